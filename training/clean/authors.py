"""Train the reader's choice of a page's authors: authors.py DUMPS PAGES OUT

DUMPS holds what dump_authors.mjs wrote for each set (SET.authors.jsonl), PAGES the sets (gold.json each). Of each page's
sets of names, nobody among them, the right ones should be the likeliest: boosted trees whose loss is that of a choice
among the page's sets. Writes OUT/authors.json, made of all, and prints what five folds by domain score.
"""
import json
import re
import sys

import lightgbm
import numpy

from train import FOLDS, flatten, fold_of

SETS = {"trafilatura": 1.0, "fundus": 2.0, "wcxb": 1.0}  # and what a page counts: there are few of news sites
ROUNDS, LEAVES, RATE, LEAST, L2, PART = 120, 12, 0.08, 10, 5, 0.5
# A false author is worse than a missing one: on pages that do not call themselves a news article, the odds of nobody are
# raised by this.
FOR_NOBODY = 1.0

LEAD = re.compile(r"^\s*(?:written\s+)?(?:by|von|par|por|di|door|av|af)\s*:?\s+", re.I)
BETWEEN = re.compile(r"\s*(?:;|,|\||•|\s&\s|\band\b|\bund\b|\bet\b|\by\b)\s*")


def split(bylines):
    pieces = [piece for line in bylines for piece in BETWEEN.split(LEAD.sub("", " ".join(line.split())))]
    plain = (re.sub(r"[\W_]+", " ", re.sub(r"^\s*(?:by|von)\s+", "", piece, flags=re.I).lower()).strip() for piece in pieces)
    return {name for name in plain if name}


class Page:
    def __init__(self, set_name, gold, sets, features):
        authors = gold["author"] or []
        names = split(authors)
        self.set, self.fold, self.signed, self.weight = set_name, fold_of(gold["url"]), bool(authors), SETS[set_name]
        self.news = bool(sets[0]["row"][features.index("news")])
        self.rows = numpy.array([one["row"] for one in sets], dtype=numpy.float32)
        self.right = numpy.array([split(one["names"]) == names for one in sets], dtype=float)


def read(dumps, source):
    pages = []
    for set_name in SETS:
        gold = json.load(open(f"{source}/{set_name}/gold.json", encoding="utf8"))
        for line in open(f"{dumps}/{set_name}.authors.jsonl", encoding="utf8"):
            said = json.loads(line)
            known = gold.get(said["page"])
            # A page without a title in the gold has no metadata there at all: nobody knows whether it is signed.
            if known and known.get("title") is not None:
                pages.append(Page(set_name, known, said["sets"], said["features"]))
    return said["features"], pages


def fit(pages, leaves=LEAVES, part=PART):
    rows = numpy.concatenate([page.rows for page in pages])
    right = numpy.concatenate([page.right for page in pages])
    which = numpy.repeat(numpy.arange(len(pages)), [len(page.rows) for page in pages])
    counts = numpy.array([page.weight * page.right.any() for page in pages])

    def shares(values):
        total = numpy.zeros(len(pages))
        numpy.add.at(total, which, values)
        return values / numpy.maximum(total[which], 1e-12)

    def loss(scores, _):
        most = numpy.full(len(pages), -1e9)
        numpy.maximum.at(most, which, scores)
        odds = numpy.exp(scores - most[which])
        chance, wanted = shares(odds), shares(odds * right)
        return (chance - wanted) * counts[which], numpy.maximum(chance * (1 - chance), 1e-3) * counts[which] + 1e-6

    parameters = dict(objective=loss, num_leaves=leaves, learning_rate=RATE, min_data_in_leaf=LEAST, lambda_l2=L2, feature_fraction=part, verbose=-1, num_threads=1, seed=1)  # fmt: skip
    return lightgbm.train(parameters, lightgbm.Dataset(rows, right), ROUNDS)


def choose(model, page, nobody):
    scores = model.predict(page.rows, raw_score=True, num_threads=1)
    scores[0] += 0 if page.news else nobody
    return int(numpy.argmax(scores))


def report(pages, chosen):
    for set_name in SETS:
        rows = [(page, choice) for page, choice in zip(pages, chosen) if page.set == set_name]
        exact = [page.right[choice] for page, choice in rows if page.signed]
        false = [choice > 0 for page, choice in rows if not page.signed]
        best = numpy.mean([page.right.max() for page, _ in rows if page.signed])
        print(f"{set_name}: exact {numpy.mean(exact):.3f} of {len(exact)} (best choice {best:.3f}), false {numpy.mean(false):.3f} of {len(false)}")


def with_nobody(flat, names):
    """One more tree, which raises the odds of nobody where the page is not called news."""
    node = len(flat["feature"])
    flat["roots"].append(node)
    flat["feature"] += [names.index("none"), -1, names.index("news"), -1, -1]
    flat["threshold"] += [0.5, 0.0, 0.5, FOR_NOBODY, 0.0]
    flat["left"] += [node + 1, 0, node + 3, 0, 0]
    flat["right"] += [node + 2, 0, node + 4, 0, 0]
    return flat


def main():
    dumps, source, out = sys.argv[1:4]
    names, pages = read(dumps, source)
    models = [fit([page for page in pages if page.fold != fold]) for fold in range(FOLDS)]
    for nobody in (0.0, 0.6, FOR_NOBODY, 1.2):
        print("odds of nobody raised by", nobody)
        report(pages, [choose(models[page.fold], page, nobody) for page in pages])
    flat = with_nobody(flatten(fit(pages), names), names)
    json.dump(flat, open(f"{out}/authors.json", "w"), separators=(",", ":"))


if __name__ == "__main__":
    main()
