"""Learn how Cyrillic names are written in Latin letters: costs of (Cyrillic unit, Latin unit) by expectation maximisation.

usage: python learn_cyrillic.py PAIRS.tsv OUT.tsv [--every 4 --rounds 5]
  PAIRS  English name, tab, Russian letters with spaces between, tab, how often
  OUT    cyrillic, latin, cost: -log2 P(latin | cyrillic), one decimal; those rarer than one in 500 left out

Many-to-many alignment without gaps beyond empty Latin units (Jiampojamarn and others 2007,
https://aclanthology.org/N07-1047/): Cyrillic units of one or two letters, Latin ones of none to four.
"""

import argparse
import math
from collections import defaultdict


def read(path, every):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf8")]
    # Names are measured on the rows whose number 131 divides: those are not learnt from.
    rows = [r for number, r in enumerate(rows) if number % 131 and number % every == 1 and len(r) == 3]
    pairs = [(r[1].replace(" ", "").lower(), r[0].lower()) for r in rows]
    return [(c, l) for c, l in pairs if l.isascii() and l.isalpha() and c.isalpha() and len(c) < 16 and len(l) < 18]


UNITS = [(1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3)]


def allowed(c, l):
    if len(c) == 2:
        return c in ("кс", "дж", "тч", "ий", "ый", "ау", "еу", "эу", "ль", "нь", "ць", "зь", "сь", "ть", "дь", "рь", "ья", "ье", "ью", "ия", "ьи", "иа", "ио", "ай", "ей", "ой", "уи", "кв", "хс", "тс", "сс", "лл", "нн", "мм", "рр", "тт", "пп", "фф", "бб", "кк", "дд", "гг")
    return True


def expected(c, l, p, counts):
    n, m = len(c), len(l)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            if forward[i][j] == 0.0:
                continue
            for a, b in UNITS:
                if i + a <= n and j + b <= m:
                    q = p(c[i : i + a], l[j : j + b])
                    if q:
                        forward[i + a][j + b] += forward[i][j] * q
    total = forward[n][m]
    if total <= 0:
        return 0.0
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward[n][m] = 1.0
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            for a, b in UNITS:
                if i + a <= n and j + b <= m and backward[i + a][j + b] and forward[i][j]:
                    q = p(c[i : i + a], l[j : j + b])
                    if q:
                        backward[i][j] += q * backward[i + a][j + b]
                        counts[c[i : i + a]][l[j : j + b]] += forward[i][j] * q * backward[i + a][j + b] / total
    return math.log(total)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("pairs")
    a.add_argument("out")
    a.add_argument("--every", type=int, default=4)
    a.add_argument("--rounds", type=int, default=6)
    a = a.parse_args()
    pairs = read(a.pairs, a.every)
    table = None
    start = {0: 0.02, 1: 0.04, 2: 0.01, 3: 0.002, 4: 0.0005}
    for round in range(a.rounds):
        counts = defaultdict(lambda: defaultdict(float))
        p = (lambda c, l: (start[len(l)] if allowed(c, l) else 0.0)) if table is None else (lambda c, l: table.get(c, {}).get(l, 0.0))
        score = sum(expected(c, l, p, counts) for c, l in pairs)
        # Two letters share their count with the paths through one letter each; a unit's weight is its share of all.
        letters = defaultdict(float)
        for c, row in counts.items():
            letters[c[0]] += sum(row.values())
        table = {
            c: {l: n / letters[c[0]] for l, n in row.items() if n / letters[c[0]] > 0.0005} for c, row in counts.items()
        }
        print(round, len(pairs), round and score, flush=True)
    with open(a.out, "w", encoding="utf8") as out:
        out.write("cyrillic\tlatin\tcost\n")
        for c in sorted(table):
            for l, q in sorted(table[c].items(), key=lambda x: -x[1]):
                if q > 0.002:
                    out.write(f"{c}\t{l}\t{abs(-math.log2(q)):.1f}\n")


main()
