"""Write what the TypeScript of src/ is tested against: word pieces of 1,000 texts, and decoded link scores.

usage: python -m attribution.fixtures --tokenizer tokenizer.json --out ../test
writes encode/word-pieces.jsonl   {"text", "words": [[start, end], ...] in UTF-16 units, "ids": SHA-256 of the ids, space-separated, words by "|"}
       attribute/decoded.jsonl    {"begins", "goesOn", "cue": [first, last], "scores": [words][7], "source", "content", "features"}
All texts are made up by this script: words that mean nothing, in many scripts, with odd spacing and marks.
"""

import argparse
import hashlib
import json
import os
import random

import torch

from .articles import WORD
from .calibrate import features
from .decode import best_path
from .windows import PIECES_A_WORD, UNKNOWN, load_tokenizer

SYLLABLES = "ka lo mi ra ten sha vor pel dun ist ment ing ly re con tra".split()
COMMON = "the minister said that on Tuesday more than had been killed according to a spokesman for according it was not".split()
MARKS = list(".,;:!?'\"“”‘’«»()[]-–—…/%$€#@&*_~^`|") + ["''", "...", "n't", "'s", "’s"]
ODD = ["ﬁ", "Ⅻ", "½", "İ", "ß", "Ĳ", "naïve", "Žižkov", "Київ", "Москва", "北京", "서울", "กรุง", "القدس", "हिन्दी", "\ufeff", "\u200b", "\u00ad",
       "\ufffd", "😀", "👩‍👩‍👧", "e\u0301", "A\u030a", "x" * 101, "1,234.5", "10:30", "AK-47", "U.S.", "don’t", "\u0661\u0662", "²", "〇", "a_b", "__", "\U00020000"]  # fmt: skip
SPACES = [" "] * 12 + ["  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u2009", "\u3000", "\x1c", "\x85", "\u2028", ""]


def made_up_text(rng):
    def word():
        kind = rng.random()
        if kind < 0.35:
            return rng.choice(COMMON)
        if kind < 0.65:
            made = "".join(rng.choices(SYLLABLES, k=rng.randint(1, 4)))
            return rng.choice((made, made.capitalize(), made.upper()))
        if kind < 0.75:
            return str(rng.randint(0, 10 ** rng.randint(1, 7)))
        return rng.choice(MARKS) if kind < 0.92 else rng.choice(ODD)

    return "".join(word() + rng.choice(SPACES) for _ in range(rng.randint(1, 30)))


def utf16(text, offset):
    return len(text[:offset].encode("utf-16-le")) // 2


def piece_rows(tokenizer, rng, count=1000):
    for _ in range(count):
        text = made_up_text(rng)
        spans = [m.span() for m in WORD.finditer(text)]
        encoded = tokenizer.encode_batch([text[s:e] for s, e in spans], add_special_tokens=False)
        ids = [e.ids[:PIECES_A_WORD] or [UNKNOWN] for e in encoded]
        joined = "|".join(" ".join(map(str, word)) for word in ids)
        yield {
            "text": text,
            "words": [[utf16(text, s), utf16(text, e)] for s, e in spans],
            "ids": hashlib.sha256(joined.encode()).hexdigest()[:16],
        }


def decoded_rows(count=40):
    torch.manual_seed(3)
    for n in range(count):
        words = 1 + n % 14
        scores = (torch.randn(words, 7) * 2.5).round(decimals=2)
        scores[:, 3:] -= 1.0
        first = n % words
        last = min(words - 1, first + n % 2)
        cues = torch.rand(words, 2).mul(0.5).round(decimals=3)
        source, content = best_path(scores)
        sure = float(cues[first : last + 1].sum(1).mean())
        yield {
            "begins": cues[:, 0].tolist(), "goesOn": cues[:, 1].tolist(), "cue": [first, last],
            "scores": [[round(x, 2) for x in row] for row in scores.tolist()],
            "source": source[0] if source else None, "content": content,
            "features": [round(x, 6) for x in features(sure, scores, source, content)] if content else None,
        }  # fmt: skip


def write(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=True) + "\n")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    write(os.path.join(a.out, "encode", "word-pieces.jsonl"), piece_rows(load_tokenizer(a.tokenizer), random.Random(5)))
    write(os.path.join(a.out, "attribute", "decoded.jsonl"), decoded_rows())


if __name__ == "__main__":
    main()
