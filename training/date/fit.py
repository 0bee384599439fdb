"""Fit the weights that tell whether a time lies ahead (data/models/tense.json).

usage: fit.py examples.jsonl WORDS.tsv... [--out tense.json]
  examples  what dump.mjs prints
  WORDS     tables whose first column are the words that features may hold: data/en/function-words.tsv, time-words.tsv
Prints ten folds over documents; with --out also fits on all and writes.
"""
import collections
import json
import sys
import zlib

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

RAREST, PENALTY, FREE, MARGIN, SMALLEST = 3, 10.0, 0.5, 0.5, 0.015
PLACES = {"before", "after", "near", "left", "right", "own", "rule", "1", "0", "-1"}


def matrix(rows, columns):
    found = [[columns[f] for f in row["features"] if f in columns] for row in rows]
    edges = np.cumsum([0] + [len(row) for row in found])
    return csr_matrix((np.ones(edges[-1]), np.concatenate(found).astype(int), edges), shape=(len(rows), len(columns)))


def fit(rows, words):
    documents = collections.defaultdict(set)
    for row in rows:
        for name in row["features"]:
            documents[name].add(row["doc"])
    plain = lambda name: all(w in PLACES or w in words or w.startswith("(") for w in name.split(" "))
    names = sorted(n for n, d in documents.items() if len(d) >= RAREST and plain(n))
    columns = {name: index for index, name in enumerate(names)}
    x, y = matrix(rows, columns), np.array([float(row["ahead"]) for row in rows])
    # What the rule answers is hardly drawn to nought: the words correct it.
    penalty = np.array([FREE if n.startswith(("rule", "own")) else PENALTY for n in names] + [0.0])

    def loss(w):
        z = x @ w[:-1] + w[-1]
        error = 1 / (1 + np.exp(-z)) - y
        slope = np.append(x.T @ error, error.sum()) + penalty * w
        return (np.logaddexp(0, z) - y * z).sum() + 0.5 * (penalty * w * w).sum(), slope

    w = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return columns, w


def odds(rows, columns, w):
    return matrix(rows, columns) @ w[:-1] + w[-1]


def report(name, rows, z):
    ahead = np.array([row["ahead"] for row in rows])
    rule = np.array(["rule 1" in row["features"] for row in rows])
    for who, said in (("rule", rule), ("fitted", z > MARGIN)):
        right = (said & ahead).sum()
        print(f"{name:8} {who:7} of {len(rows)}: right {(said == ahead).mean():.3f}, ahead F1 {2 * right / max(1, said.sum() + ahead.sum()):.3f}")


def main():
    out = sys.argv[sys.argv.index("--out") + 1] if "--out" in sys.argv else None
    tables = [a for a in sys.argv[2:] if a.endswith(".tsv")]
    words = {line.split("\t")[0].lower() for t in tables for line in open(t, encoding="utf8").read().split("\n")[1:] if line}
    rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf8")]
    z = np.zeros(len(rows))
    fold = lambda row: zlib.crc32(row["doc"].encode()) % 10
    for k in range(10):
        test = [i for i, row in enumerate(rows) if fold(row) == k]
        z[test] = odds([rows[i] for i in test], *fit([row for row in rows if fold(row) != k], words))
    for name in sorted({row["set"] for row in rows}):
        chosen = [i for i, row in enumerate(rows) if row["set"] == name]
        report(name, [rows[i] for i in chosen], z[chosen])
    if out:
        columns, w = fit(rows, words)
        weights = {n: round(float(w[i]), 3) for n, i in columns.items() if abs(w[i]) >= SMALLEST}
        model = {"bias": round(float(w[-1]), 3), "margin": MARGIN, "weights": weights}
        with open(out, "w", encoding="utf8") as file:
            file.write(json.dumps(model, indent=0, ensure_ascii=False) + "\n")


main()
