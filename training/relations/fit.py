"""Fit the weights of `relate`: a multinomial logistic regression, measured by folds of 20 neighbouring pairs.

usage: fit.py LABELLED.json INVENTED.json [WEIGHTS.tsv]
  both from features.mjs; folds are taken over the first, the second is always trained on
The classes are weighted by the root of how rare they are. A dispute called wrongly does more harm than one missed: its
probability is halved before the likeliest verdict is taken.
"""
import json, sys
import numpy as np
from scipy.optimize import minimize

VERDICTS = ["repeats", "confirms", "disputes", "revises", "compatible", "not-comparable", "unsure"]
L2, BALANCE, CAUTION, FOLD = 2.0, 0.5, 0.5, 20

def matrix(rows, names):
    index = {name: at + 1 for at, name in enumerate(names)}
    X = np.zeros((len(rows), len(names) + 1))
    X[:, 0] = 1
    for at, row in enumerate(rows):
        for name, value in row["f"].items():
            X[at, index[name]] = value
    return X, np.array([VERDICTS.index(row["verdict"]) for row in rows])

def fit(X, y):
    K, D = len(VERDICTS), X.shape[1]
    share = (np.bincount(y, minlength=K) + 1) / len(y) * K
    weight, Y = (1 / share ** BALANCE)[y], np.eye(K)[y]
    def loss(flat):
        W = flat.reshape(D, K)
        Z = X @ W
        Z -= Z.max(1, keepdims=True)
        P = np.exp(Z) / np.exp(Z).sum(1, keepdims=True)
        R = W * L2
        R[0] *= .01
        return -(weight * np.log(P[np.arange(len(y)), y] + 1e-12)).sum() + .5 * (W * R).sum(), \
            (X.T @ ((P - Y) * weight[:, None]) + R).ravel()
    W = minimize(loss, np.zeros(D * K), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x.reshape(D, K)
    W[0, VERDICTS.index("disputes")] += np.log(CAUTION)
    return W

def report(gold, said):
    f1 = []
    for at, name in enumerate(VERDICTS):
        hit, all_gold, all_said = ((gold == at) & (said == at)).sum(), (gold == at).sum(), (said == at).sum()
        p, r = hit / max(1, all_said), hit / max(1, all_gold)
        f1.append(2 * p * r / (p + r) if p + r else 0)
        print(f"{name:<15} P {p:.3f} R {r:.3f} F1 {f1[-1]:.3f}")
    wrong = np.isin(gold[said == 2], [0, 1, 5])
    print(f"wrong disputes {wrong.mean():.3f} ({wrong.sum()} of {len(wrong)})")
    print(f"accuracy {(gold == said).mean():.3f}\nmacro F1 {np.mean(f1):.3f}")

def main(labelled, invented, target=None):
    rows, more = (json.load(open(path)) for path in (labelled, invented))
    names = sorted({name for row in rows + more for name in row["f"]})
    (X, y), (E, e) = matrix(rows, names), matrix(more, names)
    said, fold = np.zeros(len(y), int), np.arange(len(y)) // FOLD
    for one in set(fold):
        held = fold == one
        said[held] = (X[held] @ fit(np.vstack([X[~held], E]), np.concatenate([y[~held], e]))).argmax(1)
    report(y, said)
    if target:
        W = fit(np.vstack([X, E]), np.concatenate([y, e]))
        with open(target, "w", encoding="utf8") as out:
            out.write("\t".join(["feature", *VERDICTS]) + "\n")
            for name, row in zip(["constant", *names], W):
                out.write("\t".join([name, *(f"{value:.3f}" for value in row)]) + "\n")

main(*sys.argv[1:])
