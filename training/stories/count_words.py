"""Count in how many articles each word stands: what `data/en/word-counts.tsv` holds.

usage: python count_words.py OUT.tsv [--least 6] TEXT.txt … or GOLD.json … (the texts themselves go nowhere)
"""

import argparse
import json
import re
from collections import Counter

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def texts(path):
    if not path.endswith(".json"):
        yield open(path, encoding="utf8").read()
        return
    gold = json.load(open(path, encoding="utf8"))
    for page in gold.values() if isinstance(gold, dict) else gold:
        body = page.get("body") or page.get("articleBody") or page.get("text")
        if body:
            yield body


def main():
    a = argparse.ArgumentParser()
    a.add_argument("out")
    a.add_argument("paths", nargs="+")
    a.add_argument("--least", type=int, default=6)
    a = a.parse_args()
    counts, articles = Counter(), 0
    for path in a.paths:
        for text in texts(path):
            counts.update({word.lower() for word in WORD.findall(text)})
            articles += 1
    with open(a.out, "w", encoding="utf8") as out:
        out.write("word\tarticles\n")
        out.write(f"*\t{articles}\n")
        for word, count in sorted(counts.items(), key=lambda x: (-x[1], x[0])):
            if count >= a.least:
                out.write(f"{word}\t{count}\n")


main()
