#!/usr/bin/env python3
"""Fit data/places/weights.tsv: whether words name a place, and which of several.

usage: fit_weights.py MENTIONS.jsonl GOLD.xml PRIOR.tsv OUT.tsv [--all-but K N]
  MENTIONS  one document a line: {"id", "mentions": [{"start", "end", "f": features, "s": [features a sense], "at": [[lat, lon]]}]}
  GOLD      toponyms in LGL's form
  PRIOR     weights by hand, which the fitted ones are pulled towards: what the gold cannot tell stays as it was
  --all-but K N   leave out fold K of N; folds are by publisher

Two models, each by gradient: a logistic regression over mentions, and a conditional logit over the senses of one name
(the likelihood of all senses within 161 km of the gold together).
"""
import json, sys
import xml.etree.ElementTree as ET
from math import asin, cos, radians, sin, sqrt
import numpy as np
import zlib

PULL = {"mention": 3.0, "sense": 5.0}

def kilometres(a, b):
    lat1, lon1, lat2, lon2 = map(radians, [*a, *b])
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(min(1, h)))

def fold_of(publisher, folds):
    return zlib.crc32(publisher.encode()) % folds

def read_gold(path):
    gold = {}
    for a in ET.parse(path).getroot().iter("article"):
        spans = []
        for t in a.iter("toponym"):
            lat, lon = t.findtext("gaztag/lat"), t.findtext("gaztag/lon")
            spans.append((int(t.findtext("start")), int(t.findtext("end")), (float(lat), float(lon)) if lat and lon else None))
        gold[a.get("docid")] = (a.findtext("domain") or "", spans)
    return gold

def read_prior(path):
    with open(path, encoding="utf8") as f:
        return {k: float(v) for k, v in (line.rstrip("\n").split("\t") for line in list(f)[1:] if not line.startswith("#"))}

def adam(gradient, w, steps=600, rate=0.05):
    m, v = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, steps + 1):
        g = gradient(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = w - rate * (0.1 ** (t / steps)) * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
    return w

def main(mentions, gold_path, prior_path, out, *rest):
    gold, prior = read_gold(gold_path), read_prior(prior_path)
    left_out = tuple(map(int, rest[1:3])) if rest else None
    xs, ys, groups = [], [], []
    for line in open(mentions, encoding="utf8"):
        d = json.loads(line)
        publisher, spans = gold[d["id"]]
        if left_out and fold_of(publisher, left_out[1]) == left_out[0]: continue
        for m in d["mentions"]:
            hit = next((g for g in spans if g[0] < m["end"] and m["start"] < g[1]), None)
            xs.append(m["f"]); ys.append(1.0 if hit else 0.0)
            if hit and hit[2] and len(m["s"]) > 1:
                right = [i for i, at in enumerate(m["at"]) if at[0] is not None and kilometres(at, hit[2]) <= 161]
                if right and len(right) < len(m["s"]): groups.append((m["s"], right))
    fitted = {}
    names = sorted({k for x in xs for k in x})
    at = {k: i for i, k in enumerate(names)}
    X = np.zeros((len(xs), len(names)))
    for r, x in enumerate(xs):
        for k, v in x.items(): X[r, at[k]] = v
    y = np.array(ys)
    w0 = np.array([prior.get("mention " + k, 0.0) for k in names])
    pull = PULL["mention"]
    w = adam(lambda w: X.T @ (1 / (1 + np.exp(-X @ w)) - y) / len(y) + pull * (w - w0) / len(y), w0)
    fitted.update({"mention " + k: w[at[k]] for k in names})
    names = sorted({k for s, _ in groups for x in s for k in x})
    at = {k: i for i, k in enumerate(names)}
    rows, owner, good = [], [], []
    for g, (senses, right) in enumerate(groups):
        for i, x in enumerate(senses):
            row = np.zeros(len(names))
            for k, v in x.items(): row[at[k]] = v
            rows.append(row); owner.append(g); good.append(i in right)
    S, owner, good = np.array(rows), np.array(owner), np.array(good)
    def gradient(w):
        z = S @ w
        top = np.full(len(groups), -np.inf); np.maximum.at(top, owner, z)
        e = np.exp(z - top[owner])
        total = np.bincount(owner, e, len(groups)); right = np.bincount(owner, e * good, len(groups)) + 1e-12
        p, q = e / total[owner], e * good / right[owner]
        return S.T @ (p - q) / len(groups) + PULL["sense"] * (w - w0s) / len(groups)
    w0s = np.array([prior.get("sense " + k, 0.0) for k in names])
    w = adam(gradient, w0s)
    fitted.update({"sense " + k: w[at[k]] for k in names})
    fitted = {**prior, **fitted}
    with open(out, "w", encoding="utf8") as f:
        f.write("feature\tweight\n" + "".join(f"{k}\t{v:.3f}\n" for k, v in sorted(fitted.items())))

if __name__ == "__main__":
    if len(sys.argv) not in (5, 8): sys.exit(__doc__)
    main(*sys.argv[1:])
