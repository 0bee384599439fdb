"""Choose thresholds and calibrate confidence of nested attributions, on reports that each model was not trained on.

usage: python -m attribution.calibrate_inner --models FOLD0 FOLD1 … --shipped DIR --reports conflict.jsonl --texts DIR
         --re3d DIR --data POLNEAR [--keep .5]
  --models   exported folders in the order of the folds they hold out, calibrated by attribution.calibrate
  --shipped  the exported folder trained on all reports; it and those get `thresholds.inner`
PolNeAR's convention has none within others, so that each costs precision there: the table shows both sides for every
threshold, and `keep` is a choice.
"""

import argparse
import json
import os

import numpy as np
import onnxruntime

from .articles import held_out, read_articles
from .calibrate import confidence_of, fit, linked, linked_cues, scores_of, within_others
from .conflict import fold_of, read_reports
from .named import read_re3d
from .windows import load_vocabulary


class Exported:
    def __init__(self, folder):
        self.path = os.path.join(folder, "manifest.json")
        with open(self.path, encoding="utf8") as file:
            self.manifest = json.load(file)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), options)
        self.tokenizer = load_vocabulary(os.path.join(folder, "vocab.txt"))

    def read(self, article):
        """(kept outer attributions, nested candidates with features) of an article."""
        limits = self.manifest["thresholds"]
        logs, inner, rows = scores_of(self.session, self.tokenizer, article, self.manifest)
        outer = [f for f, v in linked_cues(logs, rows, limits["cue"]) if confidence_of(v, limits["calibration"]) >= limits["keep"]]
        return outer, within_others(linked_cues(inner, rows, limits["cue"]), outer)

    def write(self, inner):
        self.manifest["thresholds"]["inner"] = inner
        with open(self.path, "w", encoding="utf8") as file:
            json.dump(self.manifest, file, indent=2)
            file.write("\n")


def f1(right, found, gold):
    return 2 * right / max(1, found + gold)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--models", nargs="+", required=True)
    for name in ("shipped", "reports", "texts", "re3d", "data"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--keep", type=float, default=0.5)
    a = p.parse_args()
    models = [Exported(m) for m in a.models]
    reports = read_reports(a.reports, a.texts)
    names = {r.name for r, _ in reports} | {r.name for r, _ in read_re3d(a.re3d)}
    x, y, folds, outer_right, outer_found, gold = [], [], [], 0, 0, 0
    for article, inner in reports:
        fold = fold_of(article.name, names, len(models))
        outer, nested = models[fold].read(article)
        truth = [{r: set(each[r]) for r in ("source", "cue", "content")} for each in article.attributions + inner["inner"]]
        flags = linked(outer + [f for f, _ in nested], truth)
        x += [v for _, v in nested]
        y += flags[len(outer) :]
        folds += [fold] * len(nested)
        outer_right, outer_found, gold = outer_right + sum(flags[: len(outer)]), outer_found + len(outer), gold + len(truth)
    x, y, folds = np.array(x), np.array(y, dtype=float), np.array(folds)
    logistic = lambda rows, w: 1 / (1 + np.exp(-(rows @ w[:-1] + w[-1])))
    out = np.zeros(len(y))
    for fold in range(len(models)):
        out[folds == fold] = logistic(x[folds == fold], fit(x[folds != fold], y[folds != fold]))
    shipped, weights = Exported(a.shipped), fit(x, y)
    _, tuning = held_out(read_articles(os.path.join(a.data, "train")))
    silver, right, found, wanted = [], 0, 0, 0
    for article in tuning:
        outer, nested = shipped.read(article)
        truth = [{r: set(v) for r, v in each.items()} for each in article.attributions]
        right, found, wanted = right + sum(linked(outer, truth)), found + len(outer), wanted + len(truth)
        silver += [confidence_of(v, weights) for _, v in nested]
    silver = np.array(silver)
    print(f"reports without nested ones {f1(outer_right, outer_found, gold):.3f} ({outer_found} found, {gold} gold); tuning {f1(right, found, wanted):.3f}")
    for least in np.arange(0.1, 1, 0.05):
        part = out >= least
        report = f1(outer_right + y[part].sum(), outer_found + part.sum(), gold)
        print(f"keep {least:.2f}: {part.sum():4d} nested in reports, right {y[part].mean() if part.any() else 0:.3f}, linked {report:.3f};"
              f" {(silver >= least).sum():4d} on tuning, linked {f1(right, found + (silver >= least).sum(), wanted):.3f}")
    good = [t for t in np.arange(0.3, 1, 0.01) if (out >= t).sum() > 9 and y[out >= t].mean() >= 0.9]
    inner = {"keep": a.keep, "shown": round(float(min(good, default=0.99)), 4), "calibration": [round(float(w), 5) for w in weights]}
    for model in (*models, shipped):
        model.write(inner)
    print(inner)


if __name__ == "__main__":
    main()
