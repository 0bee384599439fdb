"""Four-word shingles, as the benchmark of article extraction counts them: mean P and R over pages, F1 of the two."""
import re
from collections import Counter


def shingles(text):
    found = re.findall(r"\w+", text)
    return Counter(tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3))) if found else Counter()


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def scores(pairs):
    """P, R, F1 of (gold, predicted) texts."""
    precisions, recalls = [], []
    for gold, predicted in pairs:
        g, p = shingles(gold), shingles(predicted)
        both = sum((g & p).values())
        if p:
            precisions.append(both / sum(p.values()))
        if g:
            recalls.append(both / sum(g.values()))
    p, r = mean(precisions), mean(recalls)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
