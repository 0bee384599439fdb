"""Train the reader's choice of a page's day of publication: dates.py DUMPS PAGES OUT

DUMPS holds what dump_dates.mjs wrote for each set (SET.dates.jsonl), PAGES the sets (gold.json each). Of the days that a
page gives, none among them, the right one should be the likeliest: boosted trees whose loss is that of a choice among the
page's days. Writes OUT/dates.json, made of all, and prints what five folds by domain score.
"""
import json
import re
import sys

import numpy

from authors import fit
from train import FOLDS, flatten, fold_of

SETS = {"trafilatura": 1.0, "fundus": 2.0, "wcxb": 1.0}  # and what a page counts: there are few of news sites
# A page without a date in the gold may still print one: it counts for less.
UNDATED = 0.3
LEAVES, PART = 8, 0.3


def day_of(date):
    found = re.match(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})", date or "")
    return "%s-%02d-%02d" % (found[1], int(found[2]), int(found[3])) if found else None


class Page:
    def __init__(self, set_name, name, gold, days):
        self.set, self.name, self.fold, self.day = set_name, name, fold_of(gold["url"]), day_of(gold.get("date"))
        self.weight = SETS[set_name] * (1.0 if self.day else UNDATED)
        self.rows = numpy.array([one["row"] for one in days], dtype=numpy.float32)
        self.days = [one["day"] for one in days]
        self.right = numpy.array([day == self.day for day in self.days], dtype=float)


def read(dumps, source):
    pages, features = [], []
    for set_name in SETS:
        gold = json.load(open(f"{source}/{set_name}/gold.json", encoding="utf8"))
        for line in open(f"{dumps}/{set_name}.dates.jsonl", encoding="utf8"):
            said = json.loads(line)
            features, known = said["features"], gold.get(said["page"])
            # A page without a title in the gold has no metadata there at all: nobody knows whether it is dated.
            if known and known.get("title") is not None and (day_of(known.get("date")) or not known.get("date")):
                pages.append(Page(set_name, said["page"], known, said["days"]))
    return features, pages


def report(pages, chosen):
    for set_name in SETS:
        rows = [(page, choice) for page, choice in zip(pages, chosen) if page.set == set_name]
        exact = [page.right[choice] for page, choice in rows if page.day]
        given = [choice > 0 for page, choice in rows if not page.day]
        best = numpy.mean([page.right.max() for page, _ in rows if page.day])
        order = numpy.mean([page.right[1] if len(page.days) > 1 else 0 for page, _ in rows if page.day])
        print(f"{set_name}: right {numpy.mean(exact):.3f} of {len(exact)} (best choice {best:.3f}, first place {order:.3f}), given though undated {sum(given)} of {len(given)}")


def main():
    dumps, source, out = sys.argv[1:4]
    names, pages = read(dumps, source)
    models = [fit([page for page in pages if page.fold != fold], LEAVES, PART) for fold in range(FOLDS)]
    chosen = [int(numpy.argmax(models[page.fold].predict(page.rows, raw_score=True, num_threads=1))) for page in pages]
    report(pages, chosen)
    json.dump({f"{page.set}/{page.name}": page.days[choice] for page, choice in zip(pages, chosen)}, open(f"{out}/dates.folds.json", "w"))
    json.dump(flatten(fit(pages, LEAVES, PART), names), open(f"{out}/dates.json", "w"), separators=(",", ":"))


if __name__ == "__main__":
    main()
