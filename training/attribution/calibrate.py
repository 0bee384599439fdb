"""Choose thresholds and calibrate confidence on the held-out tuning articles, with the exported int8 model.

usage: python -m attribution.calibrate --model DIR --data POLNEAR
  --model  a folder written by attribution.export; its manifest.json gets `thresholds`
Candidates are all cues from a low probability on. A logistic regression on what speaks for each says how likely
source and content are right ("linked"). `keep` is where linked F1 is best, `shown` where nine in ten are right;
`keepUnsourced`, for those without a source, which are few, the lowest that costs next to nothing of that F1.
"""

import argparse
import json
import math
import os

import numpy as np
import onnxruntime
import torch
import torch.nn.functional as F

from .articles import held_out, read_articles
from .decode import best_path, find_cues, overlap_half
from .windows import cut, load_vocabulary, to_pieces

CANDIDATE = 0.25
COST = 0.003  # of linked F1, for more of those without a source: half of what chance makes of it


def features(sure, scores, source, content):
    """What speaks for a linked cue: see src/attribute/confidence.ts, whose twin this is."""
    role, edge = F.log_softmax(scores[:, :3].double(), -1).tolist(), F.logsigmoid(scores[:, 3:].double()).tolist()
    words = lambda runs: [i for a, b in runs for i in range(a, b + 1)]
    mean = lambda values: sum(values) / len(values) if values else 0.0
    edges = lambda runs, column: mean([v for a, b in runs for v in (edge[a][column], edge[b][column + 1])])
    odds = math.log(max(sure, 1e-6)) - math.log(max(1 - sure, 1e-6))
    return [
        max(-8.0, min(8.0, odds)),
        mean([role[i][2] for i in words(content)]),
        edges(content, 2),
        mean([role[i][1] for i in words(source)]),
        edges(source, 0),
        0.0 if source else 1.0,
        math.log(len(words(content))),
        len(content) - 1.0,
    ]


def scores_of(session, tokenizer, article, manifest):
    """What the model says of an article: logarithms of cue tags and of inner ones (None without a head), links by word."""
    words = [article.text[s:e] for s, e in article.words]
    breaks = [i == 0 or "\n" in article.text[article.words[i - 1][1] : s] for i, (s, _) in enumerate(article.words)]
    windows = cut(to_pieces(tokenizer, words, breaks), manifest["window"]["size"], manifest["window"]["stride"])
    names = [o.name for o in session.get_outputs()]
    tags = {name: torch.full((len(words), 3), -1e9) for name in ("cues", "inner") if name in names}
    rows = {}
    for number, w in enumerate(windows):
        feed = {k: np.array([v], dtype=np.int64) for k, v in (("ids", w.ids), ("shapes", w.shapes), ("first", w.first))}
        out = dict(zip(names, session.run(names, feed)))
        low = math.ceil((w.start + windows[number - 1].end) / 2) if number else 0
        high = math.ceil((windows[number + 1].start + w.end) / 2) if number + 1 < len(windows) else w.end
        of = {int(word): n for n, word in enumerate(out["rows"])} if "rows" in names else range(w.end - w.start)
        for i in range(low, high):
            for name in tags:
                tags[name][i] = torch.from_numpy(out[name][i - w.start])
            if any(float(tags[name][i, 1:].exp().sum()) >= manifest["floor"] for name in tags):
                rows[i] = (w.start, torch.from_numpy(out["links"][of[i - w.start]].copy()))
    return tags["cues"], tags.get("inner"), rows


def linked_cues(logs, rows, least):
    """Every candidate by one kind of tags, as src/attribute makes them: ({role: words}, features)."""
    out = []
    for first, last in find_cues(logs, least):
        if first not in rows:
            continue
        start = rows[first][0]
        scores = torch.stack([rows[i][1] for i in range(first, last + 1) if i in rows and rows[i][0] == start]).mean(0)
        source, content = best_path(scores)
        outside = lambda run: start + run[0] < first or start + run[1] > last
        source, content = [r for r in source if outside(r)], [r for r in content if outside(r)]
        if not content:
            continue
        spread = lambda runs: {start + i for a, b in runs for i in range(a, b + 1)}
        sure = float(logs[first : last + 1, 1:].exp().sum(-1).mean())
        found = {"cue": set(range(first, last + 1)), "source": spread(source), "content": spread(content)}
        out.append((found, features(sure, scores, source, content)))
    return out


def candidates(session, tokenizer, article, manifest, least=CANDIDATE):
    logs, _, rows = scores_of(session, tokenizer, article, manifest)
    return linked_cues(logs, rows, least)


def confidence_of(values, weights):
    return 1 / (1 + math.exp(-sum(v * w for v, w in zip([*values, 1.0], weights))))


def within_others(inner, others):
    """Of the candidates by inner tags those whose cue stands in another's content, cut to it: as src/attribute/within-others.ts."""
    out, taken = [], set().union(*[o["cue"] for o in others])
    for found, values in inner:
        around = [o["content"] for o in others if found["cue"] <= o["content"]]
        if not around or found["cue"] & taken:
            continue
        content = found["content"] & min(around, key=len)
        if 2 * len(content) > len(found["content"]):
            out.append(({**found, "content": content}, values))
    return out


def linked(found, gold):
    """For each found attribution whether it is linked to a gold one of its own (contents overlap by half, sources share a word)."""
    pairs = sorted(
        ((len(p["content"] & g["content"]) / len(p["content"] | g["content"]) + 0.01 * bool(p["source"] & g["source"]), i, j)
         for i, p in enumerate(found) for j, g in enumerate(gold) if overlap_half(p["content"], g["content"])),
        reverse=True,
    )  # fmt: skip
    right, used = [False] * len(found), set()
    taken = set()
    for _, i, j in pairs:
        if i in taken or j in used:
            continue
        taken.add(i)
        used.add(j)
        p, g = found[i], gold[j]
        right[i] = bool(p["source"] & g["source"]) or not (p["source"] or g["source"])
    return right


def fit(x, y, steps=4000, decay=1e-3):
    """Logistic regression by gradient steps on standardised columns; the weights are given back for the raw columns."""
    mu, sigma = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mu) / sigma, np.ones((len(x), 1))])
    w = np.zeros(z.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-z @ w))
        w -= 0.5 * (z.T @ (p - y) / len(y) + decay * np.append(w[:-1], 0))
    raw = w[:-1] / sigma
    return np.append(raw, w[-1] - (raw * mu).sum())


def choose(confidence, right, gold, target=0.9):
    """(keep, shown, best F1): thresholds on confidence."""
    order = np.argsort(-confidence)
    hits = np.cumsum(right[order])
    count = np.arange(1, len(order) + 1)
    f1 = 2 * hits / (count + gold)
    best = int(f1.argmax())
    good = np.nonzero(hits / count >= target)[0]
    shown = float(confidence[order[good[-1]]]) if len(good) else 1.0
    return float(confidence[order[best]]), shown, float(f1[best])


def choose_unsourced(confidence, right, unsourced, gold, keep):
    """The threshold for attributions without a source: the lowest, in steps of .05, that costs at most COST of F1."""

    def f1(limit):
        kept = confidence >= np.where(unsourced, limit, keep)
        return 2 * right[kept].sum() / (kept.sum() + gold)

    steps = [step for step in np.arange(0.05, keep, 0.05) if f1(step) >= f1(keep) - COST]
    return float(min([keep, *steps]))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--data", required=True)
    a = p.parse_args()
    path = os.path.join(a.model, "manifest.json")
    with open(path, encoding="utf8") as file:
        manifest = json.load(file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(os.path.join(a.model, "model.onnx"), options)
    tokenizer = load_vocabulary(os.path.join(a.model, "vocab.txt"))
    _, tuning = held_out(read_articles(os.path.join(a.data, "train")))
    x, y, folds, gold = [], [], [], 0
    for number, article in enumerate(tuning):
        found = candidates(session, tokenizer, article, manifest)
        truth = [{r: set(v) for r, v in each.items()} for each in article.attributions]
        gold += len(truth)
        y += linked([f for f, _ in found], truth)
        x += [f for _, f in found]
        folds += [number % 5] * len(found)
    x, y, folds = np.array(x), np.array(y, dtype=float), np.array(folds)
    out = np.zeros(len(y))
    for fold in range(5):  # confidence of each candidate from weights that did not see its article: thresholds stay honest
        w = fit(x[folds != fold], y[folds != fold])
        out[folds == fold] = 1 / (1 + np.exp(-(x[folds == fold] @ w[:-1] + w[-1])))
    keep, shown, f1 = choose(out, y, gold)
    unsourced = choose_unsourced(out, y, x[:, 5] == 1, gold, keep)
    weights = fit(x, y)
    for low in np.arange(0, 1, 0.1):
        part = (out >= low) & (out < low + 0.1)
        if part.any():
            print(f"confidence {low:.1f}-{low + 0.1:.1f}: {part.sum():5d} found, right {y[part].mean():.3f}, said {out[part].mean():.3f}")
    print(f"candidates {len(y)}, gold {gold}; keep {keep:.3f} (without a source {unsourced:.3f}) linked F1 {f1:.3f}; shown {shown:.3f}, recall {y[out >= shown].sum() / gold:.3f}")
    print("weights", [round(float(v), 4) for v in weights])
    rounded = [round(float(v), 5) for v in weights]
    manifest["thresholds"] = {"cue": CANDIDATE, "keep": round(keep, 4), "keepUnsourced": round(unsourced, 4),
                              "shown": round(shown, 4), "calibration": rounded}  # fmt: skip
    with open(path, "w", encoding="utf8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
