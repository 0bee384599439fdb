"""Train the reader's choice of blocks: train.py DUMPS PAGES OUT

DUMPS holds what dump.mjs wrote for each set, PAGES the sets (gold.json each). Five folds by domain: writes
OUT/fold-N.json, trained without the domains of fold N, OUT/folds.json (which page is in which) and
OUT/blocks.json, trained on all. Prints what the folds' choices score.
"""
import hashlib
import json
import os
import sys
from urllib.parse import urlparse

import lightgbm
import numpy

from labels import by_body, by_segments, words
from score import scores

FOLDS = 5
SETS = ("wcxb", "fundus", "trafilatura")  # those that were dumped are used
SEGMENT_WEIGHT = 0.3  # of a page that has only segments, against one that has its whole text
ROUNDS, LEAVES, RATE = 140, 16, 0.1


def domain(url):
    host = (urlparse(url).hostname or "").lower().split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) <= 3 and len(host[-1]) == 2 else host[-2:])


def fold_of(url):
    return int(hashlib.sha256(domain(url).encode()).hexdigest(), 16) % FOLDS


class Page:
    def __init__(self, set_name, name, gold, blocks, rows):
        self.set, self.name, self.gold, self.blocks, self.rows = set_name, name, gold, blocks, rows
        self.fold = fold_of(gold["url"])
        body = gold.get("body")
        labels = by_body(blocks, body) if body else by_segments(blocks, gold.get("with") or [], gold.get("without") or [])
        self.known = numpy.array([label is not None for label in labels], dtype=bool)
        self.labels = numpy.array([label or 0 for label in labels], dtype=int)
        lengths = numpy.array([len(words(block)) for block in blocks], dtype=float)
        total = max(1.0, float(len(words(body or "")) or lengths[self.labels == 1].sum()))
        # What a wrong block costs is its share of the page's text, as the score counts it.
        self.weights = (0.002 + numpy.minimum(1.0, lengths / total)) * (1.0 if body else SEGMENT_WEIGHT)


def read(dumps, pages):
    names = json.load(open(f"{dumps}/wcxb.names.json"))
    out = []
    for set_name in (name for name in SETS if os.path.exists(f"{dumps}/{name}.jsonl")):
        gold = json.load(open(f"{pages}/{set_name}/gold.json", encoding="utf8"))
        rows = numpy.fromfile(f"{dumps}/{set_name}.f32", dtype=numpy.float32).reshape(-1, len(names))
        at = 0
        for line in open(f"{dumps}/{set_name}.jsonl", encoding="utf8"):
            page = json.loads(line)
            count = len(page["blocks"])
            if page["page"] in gold:
                out.append(Page(set_name, page["page"], gold[page["page"]], page["blocks"], rows[at : at + count]))
            at += count
    return names, out


def sample(page):
    """The blocks to learn from: all that are wanted or long, and every third of the many short ones that are not."""
    index = numpy.arange(len(page.labels))
    return page.known & ((page.labels == 1) | (page.weights > 0.02) | (index % 3 == page.fold % 3))


def fit(pages):
    chosen = [sample(page) for page in pages]
    rows = numpy.concatenate([page.rows[keep] for page, keep in zip(pages, chosen)])
    labels = numpy.concatenate([page.labels[keep] for page, keep in zip(pages, chosen)])
    weights = numpy.concatenate([page.weights[keep] for page, keep in zip(pages, chosen)])
    data = lightgbm.Dataset(rows, labels, weight=weights / weights.mean(), params={"max_bin": 63, "verbose": -1})
    parameters = {
        "objective": "binary", "num_leaves": LEAVES, "learning_rate": RATE, "min_data_in_leaf": 40, "max_bin": 63,
        "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 3.0, "num_threads": 1,
        "seed": 1, "deterministic": True, "verbose": -1,
    }  # fmt: skip
    return lightgbm.train(parameters, data, ROUNDS)


def flatten(model, names):
    """The trees as flat lists, numbers with seven digits: what src/clean/trees.ts reads."""
    flat = {"features": names, "roots": [], "feature": [], "threshold": [], "left": [], "right": []}

    def add(node):
        at = len(flat["feature"])
        for key in ("feature", "threshold", "left", "right"):
            flat[key].append(0)
        if "leaf_value" in node:
            flat["feature"][at], flat["threshold"][at] = -1, round(node["leaf_value"], 5)
            return at
        flat["feature"][at], flat["threshold"][at] = node["split_feature"], float("%.7g" % node["threshold"])
        flat["left"][at] = add(node["left_child"])
        flat["right"][at] = add(node["right_child"])
        return at

    for tree in model.dump_model()["tree_info"]:
        flat["roots"].append(add(tree["tree_structure"]))
    return flat


def export(model, names, path):
    with open(path, "w") as file:
        json.dump(flatten(model, names), file, separators=(",", ":"))
        file.write("\n")


def main():
    dumps, source, out = sys.argv[1:4]
    names, pages = read(dumps, source)
    for set_name in SETS[:2]:
        perfect = [(page.gold["body"], "\n".join(b for b, l in zip(page.blocks, page.labels) if l)) for page in pages if page.set == set_name and page.gold.get("body")]
        print(set_name, "perfect choice: %.3f" % scores(perfect)[2])
    model = fit(pages)
    export(model, names, f"{out}/blocks.json")
    predicted = {}
    sys.stdout.flush()
    for fold in range(FOLDS):
        part = fit([page for page in pages if page.fold != fold])
        export(part, names, f"{out}/fold-{fold}.json")
        for page in pages:
            if page.fold == fold:
                predicted[page.set, page.name] = part.predict(page.rows, num_threads=1)
    json.dump({page.name: page.fold for page in pages}, open(f"{out}/folds.json", "w"))
    for threshold in (0.3, 0.4, 0.5, 0.6):
        line = []
        for set_name in SETS[:2]:
            pairs = [(page.gold["body"], "\n".join(b for b, p in zip(page.blocks, predicted[page.set, page.name]) if p >= threshold)) for page in pages if page.set == set_name and page.gold.get("body")]
            line.append("%s P %.3f R %.3f F1 %.3f" % ((set_name,) + scores(pairs)))
        print(threshold, *line)
    gains = sorted(zip(model.feature_importance("gain"), names), reverse=True)
    print(" ".join("%s %.0f;" % (name, gain) for gain, name in gains[:40]))


if __name__ == "__main__":
    main()
