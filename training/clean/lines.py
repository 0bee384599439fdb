"""Train the reader's choice of the lines of a plain text: lines.py DIST BLOCKS PAGES OUT [CLEAN …]

BLOCKS holds what dump_blocks.mjs wrote for each set, PAGES the sets (gold.json each); CLEAN are folders of .txt files
without furniture. Five folds by domain: the words' odds and the trees that a text is judged by have not
seen its domain. Writes OUT/lines.json, made of all, and what line_thresholds.py needs, which is to be run next: it finds
from which chance on a line goes, and prints what the folds score.
"""
import glob
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict

import lightgbm
import numpy

from line_texts import ARTICLE, FURNITURE, Text, of_page
from labels import words
from train import FOLDS, domain, flatten, fold_of

SETS = ("wcxb", "fundus")
FEWEST = 10  # domains in which a word must stand
PLAINEST = 0.7  # nearer to 0 the odds tell nothing
ARTICLE_WEIGHT = 10.0
ROUNDS, LEAVES, RATE = 110, 20, 0.15
HERE = os.path.dirname(os.path.abspath(__file__))


def page_texts(blocks, pages):
    texts = []
    for name in SETS:
        gold = json.load(open(f"{pages}/{name}/gold.json", encoding="utf8"))
        for line in open(f"{blocks}/{name}.blocks.jsonl", encoding="utf8"):
            page = json.loads(line)
            known = gold.get(page["page"]) or {}
            if known.get("body"):
                made = of_page(page, known, fold_of(known["url"] or page["page"]), domain(known["url"] or page["page"]))
                for text in made:
                    text.set, text.title = name, words(known.get("title") or "")
                texts += made
    return texts


def clean_texts(folders):
    texts = []
    for folder in folders:
        for path in sorted(glob.glob(f"{folder}/*.txt")):
            parts = [(line.strip(), not before.strip()) for before, line in previous(open(path, encoding="utf8").read().split("\n"))]
            parts = [(line, blank) for line, blank in parts if line]
            name = os.path.basename(path)
            texts.append(Text("clean corpus", fold_of("//" + name), name, [l for l, _ in parts], [ARTICLE] * len(parts), [b for _, b in parts]))
    return texts


def previous(lines):
    return zip(["x"] + lines[:-1], lines)


def dump(dist, texts, out, odds=None):
    with open(f"{out}/texts.jsonl", "w", encoding="utf8") as file:
        for text in texts:
            file.write(json.dumps({"fold": text.fold, "lines": text.lines, "blank": text.blank}) + "\n")
    command = ["node", f"{HERE}/dump_lines.mjs", dist, f"{out}/texts.jsonl", f"{out}/lines"]
    if odds is not None:
        json.dump(odds, open(f"{out}/odds.json", "w"))
        command.append(f"{out}/odds.json")
    subprocess.run(command, check=True)


def count_words(texts, path):
    """For each word the domains with a line of the article, and of furniture, that it stands in; by fold."""
    found = defaultdict(lambda: (set(), set()))
    for text, line in zip(texts, open(path, encoding="utf8")):
        if text.kind != "whole page":
            continue
        if not text.running:
            continue
        for line_words, label in zip(json.loads(line), text.labels):
            if label >= 0:
                for word in line_words:
                    found[word][label == FURNITURE].add((text.domain, text.fold))
    return found


def odds_without(found, texts, fold):
    domains = len({text.domain for text in texts if text.fold != fold and text.kind == "whole page"})
    table = {}
    for word, (article, furniture) in found.items():
        a, f = (sum(one != fold for _, one in places) for places in (article, furniture))
        odds = numpy.log((f + 0.5) / (domains + 1)) - numpy.log((a + 0.5) / (domains + 1))
        if a + f >= FEWEST and abs(odds) >= PLAINEST:
            table[word] = round(float(odds), 2)
    return table


def fit(rows, labels, weights):
    data = lightgbm.Dataset(rows, labels, weight=weights / weights.mean(), params={"max_bin": 127, "verbose": -1})
    parameters = {
        "objective": "binary", "num_leaves": LEAVES, "learning_rate": RATE, "min_data_in_leaf": 60, "max_bin": 127,
        "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "num_threads": 1,
        "seed": 1, "deterministic": True, "verbose": -1,
    }  # fmt: skip
    return lightgbm.train(parameters, data, ROUNDS)


def headlines_of(texts):
    """The last line before the article that is its headline, in every text."""
    found = []
    for text in texts:
        marks = [False] * len(text.lines)
        start = text.labels.index(ARTICLE) if ARTICLE in text.labels else 0
        at = [i for i in range(start) if text.title and words(text.lines[i]) == text.title]
        if at:
            marks[at[-1]] = True
        found += marks
    return numpy.array(found)


def write(path, trees, odds):
    with open(path, "w", encoding="utf8") as file:
        whole = {"least": None, **trees, "odds": dict(sorted(odds.items()))}
        json.dump(whole, file, separators=(",", ":"), ensure_ascii=False)
        file.write("\n")


def main():
    dist, blocks, pages, out, *clean = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    texts = page_texts(blocks, pages) + clean_texts(clean)
    if not os.path.exists(f"{out}/lines.f32"):
        dump(dist, texts, out)
    found = count_words(texts, f"{out}/lines.words.jsonl")
    if not os.path.exists(f"{out}/lines.f32"):
        dump(dist, texts, out, [odds_without(found, texts, fold) for fold in range(FOLDS)])
    names = json.load(open(f"{out}/lines.names.json"))
    rows = numpy.fromfile(f"{out}/lines.f32", dtype=numpy.float32).reshape(-1, len(names))
    labels = numpy.concatenate([text.labels for text in texts])
    folds = numpy.concatenate([[text.fold] * len(text.lines) for text in texts])
    kinds = numpy.concatenate([[text.kind] * len(text.lines) for text in texts])
    running = numpy.concatenate([[text.running] * len(text.lines) for text in texts])
    # A page's many menu lines count no more than its article.
    weights = numpy.concatenate([[1 / (30 + len(text.lines))] * len(text.lines) for text in texts])
    weights = weights * numpy.where(labels == FURNITURE, 1.0, ARTICLE_WEIGHT)
    # The headline is to be kept, but is not counted: it is no part of the gold texts.
    known = ((labels >= 0) | headlines_of(texts)) & running
    target = (labels == FURNITURE).astype(int)
    chances = numpy.zeros(len(labels))
    models = []
    for fold in range(FOLDS):
        train = known & (folds != fold)
        models.append(fit(rows[train], target[train], weights[train]))
        chances[folds == fold] = models[fold].predict(rows[folds == fold], num_threads=1)
    for fold in range(FOLDS):
        write(f"{out}/lines-fold-{fold}.json", flatten(models[fold], names), odds_without(found, texts, fold))
    sets = numpy.concatenate([[text.set] * len(text.lines) for text in texts])
    domains = numpy.concatenate([[text.domain] * len(text.lines) for text in texts])
    lengths = numpy.array([len(text.lines) for text in texts])
    numpy.savez(f"{out}/chances.npz", chances=chances, labels=labels, running=running, kinds=kinds, folds=folds, sets=sets, domains=domains, lengths=lengths)
    model = fit(rows[known], target[known], weights[known])
    write(f"{out}/lines.json", flatten(model, names), odds_without(found, texts, None))
    gains = sorted(zip(model.feature_importance("gain"), names), reverse=True)
    print(" ".join("%s %.0f;" % (name, gain) for gain, name in gains[:40]))


if __name__ == "__main__":
    main()
