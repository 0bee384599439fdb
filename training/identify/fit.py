"""Fit the weights by which pronouns and nouns are resolved: fit.py FEATURES OUT.tsv [THRESHOLDS [MORE]]

FEATURES is what dump.mjs writes. A softmax over the candidates of each reference and "none of them", each feature with a
weight for all kinds of reference and one for its own kind, both held small. Prints what is right by six folds over
articles, by kind of reference and by how likely the best candidate must be; then fits on all and writes OUT.tsv.
THRESHOLDS: "he=0.35,they=0.4": written beside the weights as `he.least`; "person.new=0.9" as it is.
MORE: features of other articles, learned from in every fold and never tested on.
"""
import collections
import json
import sys

import torch

FOLDS = 6
SHARED, OWN = 0.3, 1.0  # how strongly weights are held small
LEAST = (0.3, 0.4, 0.5, 0.6, 0.7)
torch.set_num_threads(1)


def read(path, names):
    data = []
    column = lambda name: names.setdefault(name, len(names))
    for row in map(json.loads, open(path, encoding="utf8")):
        kind = row["kind"]
        rows = [{column(p + n): v for n, v in c["e"].items() for p in ("", kind + ".")} for c in row["cands"]]
        rows.append({column("none"): 1, column(kind + ".none"): 1})
        right = [i for i, c in enumerate(row["cands"]) if c["y"]] or [len(rows) - 1]
        data.append((row["file"], kind, rows, right))
    return data


def design(data, width):
    most = max(len(rows) for _, _, rows, _ in data)
    at, columns, values = [], [], []
    known, right = torch.zeros(len(data), most, dtype=torch.bool), torch.zeros(len(data), most, dtype=torch.bool)
    for i, (_, _, rows, good) in enumerate(data):
        known[i, : len(rows)] = True
        right[i, good] = True
        for j, row in enumerate(rows):
            for column, value in row.items():
                at.append(i * most + j), columns.append(column), values.append(float(value))
    matrix = torch.sparse_coo_tensor(torch.tensor([at, columns]), torch.tensor(values), (len(data) * most, width)).coalesce()
    return matrix, known, right


def scores(matrix, known, weights):
    return torch.sparse.mm(matrix, weights[:, None]).reshape(known.shape).masked_fill(~known, -1e9)


def fit(data, names):
    matrix, known, right = design(data, len(names))
    held = torch.tensor([OWN if "." in name else SHARED for name in names])
    weights = torch.zeros(len(names), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=120, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        s = scores(matrix, known, weights)
        likelihood = torch.logsumexp(s.masked_fill(~right, -1e9), 1) - torch.logsumexp(s, 1)
        value = (held * weights * weights).sum() - likelihood.sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weights.detach()


def by_folds(data, more, names):
    files = sorted({file for file, _, _, _ in data})
    fold = {file: i % FOLDS for i, file in enumerate(files)}
    results = collections.defaultdict(list)
    for k in range(FOLDS):
        weights = fit([d for d in data if fold[d[0]] != k] + more, names)
        test = [d for d in data if fold[d[0]] == k]
        matrix, known, _ = design(test, len(names))
        for (_, kind, rows, good), p in zip(test, torch.softmax(scores(matrix, known, weights), 1)):
            if len(rows) > 1:
                best = int(p[: len(rows) - 1].argmax())
                results[kind].append((best in good, float(p[best]), float(p[len(rows) - 1])))
    for kind, seen in sorted(results.items(), key=lambda item: -len(item[1])):
        line = f"{kind:18} {len(seen):4}"
        for least in LEAST:
            answered = [ok for ok, p, none in seen if p >= least and p > none]
            line += f" | {least}: {sum(answered)} of {len(answered)}"
        print(line)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    names = {}
    data = read(sys.argv[1], names)
    more = read(sys.argv[4], names) if len(sys.argv) > 4 else []
    by_folds(data, more, names)
    weights = {name: float(w) for name, w in zip(names, fit(data + more, names))}
    rows = {name: w for name, w in weights.items() if abs(w) >= 0.02}
    for pair in sys.argv[3].split(",") if len(sys.argv) > 3 else []:
        kind, least = pair.split("=")
        rows[kind if "." in kind else kind + ".least"] = float(least)
    with open(sys.argv[2], "w", encoding="utf8") as out:
        out.write("feature\tweight\n" + "".join(f"{name}\t{rows[name]:.3f}\n" for name in sorted(rows)))


main()
