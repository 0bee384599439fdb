"""Fit the weights of `relate`: who speaks by a logistic regression, then the verdict by a multinomial one.

usage: fit.py speakers INVENTED.json GENERATED.json WEIGHTS.tsv
       fit.py verdicts LABELLED.json INVENTED.json GENERATED.json [WEIGHTS.tsv]
  all from features.mjs, which reads the weights of the speakers: fit these first, then write the features anew.
The weights of the speakers never see a labelled pair. The verdicts are measured twice on the labelled pairs: by folds of 20
neighbours (pairs of one scenario stand together), and trained on none of them.
The classes are weighted by the root of how rare they are. A dispute called wrongly does more harm than one missed: its
probability is halved before the likeliest verdict is taken.
"""
import json, sys
import numpy as np
from scipy.optimize import minimize

VERDICTS = ["repeats", "confirms", "disputes", "revises", "compatible", "not-comparable", "unsure"]
L2, BALANCE, CAUTION, FOLD = 1.0, 0.5, 0.5, 20
# A generated pair counts for little beside one written by hand: there are many, of few wordings.
GENERATED, GENERATED_SPEAKERS = 0.03, 0.1
ONE, TWO = ("repeats", "revises"), ("confirms", "disputes")
SPEAKING = ("publisher-same", "independent-text", "relay-text", "retract-text")

def matrix(rows, names):
    index = {name: at + 1 for at, name in enumerate(names)}
    X = np.zeros((len(rows), len(names) + 1))
    X[:, 0] = 1
    for at, row in enumerate(rows):
        for name, value in row["f"].items():
            X[at, index[name]] = value
    return X, np.array([VERDICTS.index(row["verdict"]) for row in rows])

def fit(X, y, counts):
    K, D = len(VERDICTS), X.shape[1]
    share = (np.bincount(y, weights=counts, minlength=K) + 1) / counts.sum() * K
    weight, Y = counts * (1 / share ** BALANCE)[y], np.eye(K)[y]
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

def choose(sums, rows):
    """The likeliest of the verdicts that the figures leave possible."""
    possible = np.array([[name in row["possible"] for name in VERDICTS] for row in rows])
    return np.where(possible, sums, -np.inf).argmax(1)

def read(*paths):
    return [json.load(open(path, encoding="utf8")) for path in paths]

def verdicts(labelled, invented, generated, target=None):
    rows, more, made = read(labelled, invented, generated)
    names = sorted({name for row in rows + more + made for name in row["f"]})
    (X, y), (E, e) = matrix(rows, names), matrix(more + made, names)
    own, counts = np.ones(len(y)), np.concatenate([np.ones(len(more)), GENERATED * np.ones(len(made))])
    train = lambda keep: fit(np.vstack([X[keep], E]), np.concatenate([y[keep], e]), np.concatenate([own[keep], counts]))
    said, fold = np.zeros(len(y), int), np.arange(len(y)) // FOLD
    for one in set(fold):
        held = fold == one
        said[held] = choose(X[held] @ train(~held), [row for row, out in zip(rows, held) if out])
    print("by folds")
    report(y, said)
    print("trained on none of them")
    report(y, choose(X @ fit(E, e, counts), rows))
    if target:
        W = train(own > 0)
        with open(target, "w", encoding="utf8") as out:
            out.write("\t".join(["feature", *VERDICTS]) + "\n")
            for name, row in zip(["constant", *names], W):
                out.write("\t".join([name, *(f"{value:.3f}" for value in row)]) + "\n")

def speakers(invented, generated, target):
    rows, made = ([row for row in part if row["verdict"] in ONE + TWO] for part in read(invented, generated))
    names = sorted({name for row in rows + made for name in row["f"]
                    if name in SPEAKING or name.startswith("claimant-") and name != "claimant-same"})
    X = np.array([[1] + [row["f"].get(name, 0) for name in names] for row in rows + made])
    y = np.array([row["verdict"] in ONE for row in rows + made], float)
    counts = np.concatenate([np.ones(len(rows)), GENERATED_SPEAKERS * np.ones(len(made))])
    def loss(w):
        p = 1 / (1 + np.exp(-X @ w))
        rest = np.concatenate([[0], w[1:]])
        return -(counts * (y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))).sum() + .5 * (rest ** 2).sum(), \
            X.T @ (counts * (p - y)) + rest
    w = minimize(loss, np.zeros(X.shape[1]), jac=True, method="L-BFGS-B").x
    with open(target, "w", encoding="utf8") as out:
        out.write("feature\tweight\n" + "".join(f"{name}\t{value:.3f}\n" for name, value in zip(["constant"] + names, w)))

if len(sys.argv) < 5:
    sys.exit(__doc__)
{"speakers": speakers, "verdicts": verdicts}[sys.argv[1]](*sys.argv[2:])
