"""From which chance on a line of a plain text goes, by where it stands to the article: line_thresholds.py OUT

OUT is where lines.py wrote its chances, rows and models. Each line's chance is of a model that has not seen its domain.
Writes the least chances into OUT/lines.json and, each without its fold, into OUT/lines-fold-N.json; prints what the
folds score.
"""
import hashlib
import json
import sys

import numpy

from line_texts import ARTICLE, FURNITURE
from train import FOLDS

REGIONS = ("inside", "just before", "before", "just after", "after")
LISTS, LISTED = 5, "in lists"
COST, FEWEST_WORDS, JUST, LEAST_PROSE = 6, 6, 3, 0.6  # as src/clean/line-regions.ts
MOST_LOST = 0.0003  # of the article lines, wherever they stand
MOST_LOST_PLACED = 0.0002  # of those whose place is known
TAIL = 4000  # article lines of a region that are looked at
RARE = 2  # lost lines that every region is taken to have besides: few were seen in some


def regions_of(words, prose, chances):
    likely = chances < 0.5
    if prose[likely].sum() < LEAST_PROSE * max(1, likely.sum()):
        return numpy.full(len(words), LISTS)
    mass = (1 - chances) * words * (words >= FEWEST_WORDS)
    best = score = start = first = last = 0
    for i, gain in enumerate((mass - COST * chances - 1e-3).tolist()):
        score += gain
        if score <= 0:
            score, start = 0, i + 1
        elif score > best:
            best, first, last = score, start, i + 1
    at = numpy.arange(len(words))
    before, after = first - at, at - last
    return numpy.where(before > 0, numpy.where(before <= JUST, 1, 2), numpy.where(after < 0, 0, numpy.where(after < JUST, 3, 4)))


def least_of(chances, labels, every, regions):
    """The chances that drop most furniture in all regions together at the wanted loss: the same price for a line in each.

    Last, for lists: what so many lines of articles reach wherever they stand, those that stand twice (in EVERY) as well.
    """
    strict = numpy.sort(chances[every == ARTICLE])[::-1]
    tables = []
    for region in range(len(REGIONS)):
        here = regions == region
        article = numpy.sort(chances[here & (labels == ARTICLE)])[::-1][:TAIL]
        furniture = numpy.sort(chances[here & (labels == FURNITURE)])[::-1]
        least = numpy.maximum(article + 1e-9, 0.5)
        tables.append((least, numpy.arange(len(least)), numpy.searchsorted(-furniture, -least, "right")))
    allowed = MOST_LOST_PLACED * ((labels == ARTICLE) & (regions != LISTS)).sum()
    low, high, found = 0.1, 1e5, [1.0] * len(REGIONS)
    for _ in range(40):
        price = (low * high) ** 0.5
        picked = [int(numpy.argmax(dropped - price * (lost + RARE))) for _, lost, dropped in tables]
        if sum(picked) <= allowed:
            high, found = price, [float(least[k]) for k, (least, _, _) in zip(picked, tables)]
        else:
            low = price
    return [*found, float(strict[int(MOST_LOST * len(strict))]) + 1e-9]


def write(path, least):
    model = json.load(open(path, encoding="utf8"))
    model["least"] = {region: round(value, 4) for region, value in zip((*REGIONS, LISTED), least)}
    with open(path, "w", encoding="utf8") as file:
        json.dump(model, file, separators=(",", ":"), ensure_ascii=False)
        file.write("\n")


def half_of(domain):
    return int(hashlib.sha256(("h" + domain).encode()).hexdigest(), 16) % 2


def main():
    out = sys.argv[1]
    saved = numpy.load(f"{out}/chances.npz")
    chances, labels, running, folds, kinds, sets, domains, lengths = (saved[name] for name in ("chances", "labels", "running", "folds", "kinds", "sets", "domains", "lengths"))
    names = json.load(open(f"{out}/lines.names.json"))
    rows = numpy.fromfile(f"{out}/lines.f32", dtype=numpy.float32).reshape(-1, len(names))
    words, twice, sentence = (rows[:, names.index(name)] for name in ("words", "twice", "ends"))
    prose = (words >= 20) | ((words >= 10) & (sentence > 0))
    every = labels
    # A line that stands twice on a page is undecided: the gold text has one of them, and does not say which.
    labels = numpy.where((labels == ARTICLE) & (twice > 1), -1, labels)
    ends = numpy.cumsum(lengths)
    regions = numpy.concatenate([regions_of(words[end - n : end], prose[end - n : end], chances[end - n : end]) for n, end in zip(lengths, ends)])
    dropped = numpy.zeros(len(chances), dtype=bool)
    for fold in range(FOLDS):
        others = running & (folds != fold)
        least = numpy.array(least_of(chances[others], labels[others], every[others], regions[others]))
        dropped[folds == fold] = chances[folds == fold] >= least[regions[folds == fold]]
        write(f"{out}/lines-fold-{fold}.json", least)
    halves = {domain: half_of(domain) for domain in set(domains.tolist())}
    half = numpy.array([halves[domain] for domain in domains.tolist()])
    for name in ("fundus", "wcxb"):
        for kind in (None, *sorted(set(kinds[sets == name].tolist()))):
            these = running & (sets == name) & ((kinds == kind) if kind else True)
            if kind and not (these & (labels == FURNITURE)).any():
                continue
            parts = [these, these & (half == 0), these & (half == 1)]
            shares = ["dropped %.3f, lost %.5f" % (dropped[part & (labels == FURNITURE)].mean() if (part & (labels == FURNITURE)).any() else 0, dropped[part & (labels == ARTICLE)].mean()) for part in parts]
            print(name, kind or "all texts", "(%d and %d lines):" % ((these & (labels == FURNITURE)).sum(), (these & (labels == ARTICLE)).sum()), "; halves: ".join([shares[0], " and ".join(shares[1:])]))
    listed = ~running & (labels == ARTICLE) & (kinds == "whole page")
    print("whole pages that are mostly lists and tables: lost %d of %d" % (dropped[listed].sum(), listed.sum()))
    clean = ~numpy.isin(sets, ("fundus", "wcxb"))
    print("articles without furniture: lost %d of %d" % (dropped[clean].sum(), clean.sum()))
    least = least_of(chances[running], labels[running], every[running], regions[running])
    print({region: round(value, 4) for region, value in zip((*REGIONS, LISTED), least)})
    write(f"{out}/lines.json", least)


if __name__ == "__main__":
    main()
