"""Fit the weights of the comparison of names: a logistic regression over the features of src/reconcile/names/.

usage: python fit.py CASES.csv FEATURES.jsonl OUT.tsv
  CASES     OpenSanctions' name_bench (MIT): schema, name1, name2, is_match
  FEATURES  one JSON array a case, in order, as `nameFeatures` gives it
Prints F1 by five folds (all spellings of a second name in one fold), then writes the weights fitted on all.
"""

import csv
import hashlib
import json
import sys

import numpy as np


def fit(x, y, ridge=1.0):
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z, w = np.c_[(x - mean) / spread, np.ones(len(x))], np.zeros(x.shape[1] + 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ (p - y) + np.r_[w[:-1] / ridge, 0]
        hessian = (z * (p * (1 - p))[:, None]).T @ z + np.diag(np.r_[np.ones(len(w) - 1) / ridge, 1e-6])
        w -= np.linalg.solve(hessian, gradient)
    weights = w[:-1] / spread
    return weights, w[-1] - (weights * mean).sum()


def f1(said, y):
    return 2 * (said & (y == 1)).sum() / (said.sum() + y.sum())


def main():
    cases, features, out = sys.argv[1:]
    rows = list(csv.DictReader(open(cases, encoding="utf8", newline="")))
    x = np.array([json.loads(line) for line in open(features, encoding="utf8")])
    y = np.array([row["is_match"] == "true" for row in rows]).astype(int)
    fold = np.array([int(hashlib.md5(r["name2"].lower().encode()).hexdigest(), 16) % 5 for r in rows])
    p = np.zeros(len(y))
    for k in range(5):
        weights, constant = fit(x[fold != k], y[fold != k])
        p[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ weights + constant)))
    persons = np.array([row["schema"] == "Person" for row in rows])
    print(f"by folds: F1 {f1(p >= 0.5, y):.3f}, persons {f1(p[persons] >= 0.5, y[persons]):.3f}")
    weights, constant = fit(x, y)
    with open(out, "w", encoding="utf8") as file:
        file.write("feature\tweight\n")
        for number, weight in enumerate(weights):
            file.write(f"{number}\t{weight:.4f}\n")
        file.write(f"constant\t{constant:.4f}\n")


main()
