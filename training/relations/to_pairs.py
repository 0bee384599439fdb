"""Turn pairs.tsv (invented pairs, the words of the claim in braces) into what `counterclaim relate --pairs` reads.

usage: to_pairs.py pairs.tsv OUT.jsonl
The publishers are drawn by a seeded generator: the same one on both sides more often where a claim is revised.
"""
import datetime, json, random, re, sys

OUTLETS = ["Halm Courier", "Tessin Gazette", "Radio Orlo", "Kestria Today", "Norland Wire", "Dorn Evening News", "The Lissen Mail"]
SAME = {"revises": .4, "not-comparable": .1}

def side(words):
    found = re.search(r"\{(.+?)\}", words)
    return words.replace("{", "").replace("}", ""), found.group(1)

def main(source, target):
    draw = random.Random(7)
    with open(target, "w", encoding="utf8") as out:
        for number, line in enumerate(open(source, encoding="utf8").read().splitlines()[1:], 1):
            verdict, days, left, right = line.split("\t")
            one, other = draw.sample(OUTLETS, 2)
            if draw.random() < SAME.get(verdict, 0):
                other = one
            named = re.match(r"(?:The )?(Orvane Post|Gazette Tolm) (?:reported|wrote)", left)
            if named:
                one = other = named.group(1)
            day = datetime.date(2031, 1, 1) + datetime.timedelta(draw.randrange(300))
            (a, f), (b, g) = side(left), side(right)
            row = {"id": f"w{number:03}", "left": {"published": str(day), "publisher": one, "text": a},
                   "right": {"published": str(day + datetime.timedelta(int(days))), "publisher": other, "text": b},
                   "focus": {"left": f, "right": g}, "verdict": verdict}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")

main(*sys.argv[1:])
