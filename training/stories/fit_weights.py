"""Fit what `data/stories/weights.tsv` holds: a logistic regression over pairs of articles, and the threshold by folds.

usage: python fit_weights.py PAIRS.json ECB WEIGHTS.tsv
  PAIRS  what dump_pairs.mjs writes
  ECB    ECB+: EVENT/NAME.json; the figures of EVENT's name are its topic
Prints B3 P, R, F1 by five folds over topics, weights and threshold learned on the other topics, for three divisions.
"""

import glob
import json
import os
import re
import sys
from collections import Counter

import numpy as np

FOLDS, PENALTY, APART, MOST = 5, 0.3, -6.0, 8.0
SAMPLE_WEIGHT = 0.2  # of a pair in a sample, against 1 of a pair among all articles
THRESHOLDS = (-1, -0.5, 0, 0.5, 1)


def read_runs(path, folder):
    event = {
        os.path.basename(p).removesuffix(".json"): os.path.basename(os.path.dirname(p))
        for p in glob.glob(os.path.join(glob.escape(folder), "*", "*.json"))
        if "annotation" not in p
    }
    dump = json.load(open(path, encoding="utf8"))
    runs = []
    for run in dump["runs"]:
        events = np.array([event[name] for name in run["names"]])
        topics = np.array([int(re.match(r"\d+", e).group()) for e in events])
        table = np.array(run["pairs"]) if run["pairs"] else np.zeros((0, 2 + len(dump["features"])))
        left, right = table[:, 0].astype(int), table[:, 1].astype(int)
        first = np.arange(len(events))
        for copied, copy in run["copies"]:
            first[copy] = copied
        runs.append((events, topics, left, right, table[:, 2:], (events[left] == events[right]).astype(float), first))
    return dump["features"], runs


def regress(x, y, w):
    """Weights and constant, by Newton's method; the penalty is on standardised weights."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    ridge = np.r_[np.full(x.shape[1], 1 / PENALTY), 1e-6]
    b = np.zeros(z.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge), z.T @ (w * (p - y)) + ridge * b)
        b -= step
        if abs(step).max() < 1e-6:
            break
    weights = b[:-1] / spread
    return weights, b[-1] - (weights * mean).sum()


def fit(runs, keep):
    masks = [np.array([keep(a) and keep(b) for a, b in zip(t[i], t[j])], bool) for _, t, i, j, _, _, _ in runs]
    return regress(
        np.concatenate([run[4][m] for run, m in zip(runs, masks)]),
        np.concatenate([run[5][m] for run, m in zip(runs, masks)]),
        np.concatenate([np.full(m.sum(), SAMPLE_WEIGHT if k else 1.0) for k, m in enumerate(masks)]),
    )


def scores(run, model):
    events, _, left, right, x, _, _ = run
    table = np.full((len(events), len(events)), APART)
    table[left, right] = table[right, left] = np.clip(x @ model[0] + model[1], -MOST, MOST)
    return table


def average_linkage(table, least):
    s = table.copy()
    np.fill_diagonal(s, -99)
    size, members = np.ones(len(s)), {i: [i] for i in range(len(s))}
    while True:
        i, j = sorted(divmod(int(s.argmax()), len(s)))
        if s[i, j] < least:
            break
        s[i] = (s[i] * size[i] + s[j] * size[j]) / (size[i] + size[j])
        s[:, i] = s[i]
        s[i, i] = s[j] = s[:, j] = -99
        size[i] += size[j]
        members[i] += members.pop(j)
    story = np.zeros(len(s), int)
    for first, group in members.items():
        story[group] = first
    return story


def b3(stories, events):
    both, story, event = Counter(zip(stories, events)), Counter(stories), Counter(events)
    p = np.mean([both[a, b] / story[a] for a, b in zip(stories, events)])
    r = np.mean([both[a, b] / event[b] for a, b in zip(stories, events)])
    return p, r, 2 * p * r / (p + r)


def by_folds(runs, seed):
    whole = runs[0]
    events, topics, first = whole[0], whole[1], whole[6]
    own = first == np.arange(len(first))  # near-copies go with what they copy
    order = np.random.RandomState(seed).permutation(np.unique(topics))
    fold = {topic: index % FOLDS for index, topic in enumerate(order)}
    of = np.array([fold[t] for t in topics])
    stories, chosen = np.zeros(len(events), int), []
    for k in range(FOLDS):
        table = scores(whole, fit(runs, lambda topic: fold[topic] != k))
        rest, held = np.where((of != k) & own)[0], np.where((of == k) & own)[0]
        least = max(THRESHOLDS, key=lambda t: b3(average_linkage(table[np.ix_(rest, rest)], t), events[rest])[2])
        stories[held] = average_linkage(table[np.ix_(held, held)], least) + len(events) * k
        chosen.append(least)
    return b3(stories[first], events), chosen


def main():
    pairs, folder, out = sys.argv[1:]
    features, runs = read_runs(pairs, folder)
    chosen = []
    for seed in range(3):
        figures, thresholds = by_folds(runs, seed)
        chosen += thresholds
        print("B3 P %.3f R %.3f F1 %.3f" % figures, thresholds, flush=True)
    weights, constant = fit(runs, lambda topic: True)
    with open(out, "w", encoding="utf8") as table:
        table.write("feature\tweight\n")
        table.writelines(f"{name}\t{weight:.4f}\n" for name, weight in zip(features, weights))
        table.write(f"constant\t{constant:.4f}\napart\t{APART:g}\nleast\t{np.median(chosen):g}\n")


main()
