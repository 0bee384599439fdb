"""Read annotated articles: brat stand-off files to words with the roles that they play.

An article is its text, its words as (start, end) in code points, and its attributions: for each role
the indexes of its words. The words are those of src/analyse/words.ts: runs of letters, digits and
underscores, or one other character that is not white space.
"""

import glob
import os
import random
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

WORD = re.compile(r"\w+|[^\w\s]")
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    words: list  # (start, end) in code points
    attributions: list  # {"source": [word, ...], "cue": [...], "content": [...]}, cue and content never empty


def read_annotations(path):
    """Attributions of one brat file as {role: [(start, end), ...]}. Malformed lines are skipped."""
    spans, out = {}, []
    with open(path, encoding="utf8") as file:
        for line in file:
            try:
                if line.startswith("T"):
                    name, rest = line.rstrip("\n").split("\t")[:2]
                    spans[name] = [tuple(map(int, s.split())) for s in rest.split(" ", 1)[1].split(";")]
                elif line.startswith("E"):
                    pairs = [p.split(":") for p in line.rstrip("\n").split("\t")[1].split() if p.count(":") == 1]
                    found = {role: [] for role in ROLES}
                    for role, name in pairs:
                        role = re.sub(r"\d+$", "", role).lower()
                        if role in found and name in spans:
                            found[role] += spans[name]
                    out.append(found)
            except (ValueError, IndexError):
                continue
    return out


def words_of(text):
    return [m.span() for m in WORD.finditer(text)]


def covered(words, spans):
    """Indexes of the words that share a character with a span."""
    starts, ends = [s for s, _ in words], [e for _, e in words]
    return sorted({i for a, b in spans for i in range(bisect_right(ends, a), bisect_left(starts, b))})


def read_article(folder, path):
    """One article, with the annotations of its first annotator by name; None when it has none."""
    name = os.path.basename(path)
    pattern = os.path.join(folder, "attributions", glob.escape(name[:-4]) + "_*.ann")
    annotations = sorted(glob.glob(pattern))
    if not annotations:
        return None
    with open(path, encoding="utf8", newline="") as file:
        text = file.read()
    words = words_of(text)
    found = [{role: covered(words, spans) for role, spans in a.items()} for a in read_annotations(annotations[0])]
    return Article(name, text, words, [a for a in found if a["cue"] and a["content"]])


def read_articles(folder):
    """All annotated articles of a folder that holds text/ and attributions/, by name."""
    paths = sorted(glob.glob(os.path.join(glob.escape(folder), "text", "*.txt")))
    return [a for a in (read_article(folder, p) for p in paths) if a]


def held_out(articles, share=0.1, seed=7):
    """Split into (training, tuning) articles, the same on every machine: drawn by name, never by order."""
    names = sorted(a.name for a in articles)
    tuning = set(random.Random(seed).sample(names, round(len(names) * share)))
    return [a for a in articles if a.name not in tuning], [a for a in articles if a.name in tuning]
