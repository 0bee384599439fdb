"""Reports of conflicts with hand-made attributions, nested ones too: lessons, and which fold a document belongs to."""

import json
import os
from dataclasses import replace

from .articles import Article, ROLES, covered, words_of
from .windows import lesson


def read_reports(labels, folder):
    """[(Article, inner)] of a file of labels and the folder of their texts; `inner` as attribution.silver writes it."""
    out = []
    with open(labels, encoding="utf8") as file:
        for row in map(json.loads, file):
            with open(os.path.join(folder, row["file"]), encoding="utf8", newline="") as text_file:
                text = text_file.read()
            words = words_of(text)
            found = [({r: covered(words, a[r]) for r in ROLES}, a) for a in row["attributions"]]
            found = [(roles, a) for roles, a in found if roles["cue"] and roles["content"]]
            outer = [{**roles, "act": a["act"]} for roles, a in found if a["within"] is None]
            inner = [{**roles, "act": a["act"]} for roles, a in found if a["within"] is not None]
            out.append((Article(row["file"], text, words, outer), {"inner": inner, "unsure": []}))
    return sorted(out, key=lambda pair: pair[0].name)


def fold_of(name, names, folds):
    """The fold of a document: its place among all names, so that one document is in one fold whatever is read of it."""
    return sorted(names).index(name) % folds


def lessons_of(reports, named, held, folds):
    """(lessons of reports, lessons of names) but for those of the fold `held`; None holds out nothing."""
    names = {a.name for a, _ in reports} | {a.name for a, _ in named}
    free = lambda article: held is None or fold_of(article.name, names, folds) != held
    labels = {a.name: l for a, l in named}
    return (
        [lesson(a, inner, labels.get(a.name) if len(labels.get(a.name, ())) == len(a.words) else None) for a, inner in reports if free(a)],
        [replace(lesson(a, None, l), outer=None) for a, l in named if free(a)],
    )
