"""Attributions with their acts, for training: hand labels of PolNeAR train (acts.jsonl), of its dev part and of reports.

A label is the first act, and perhaps a second that is as good. Both files hold offsets only, in code points, by the SHA-256
of a text: acts.jsonl its cues as [start, end, act, also], from the cue's first word to its last; acts-reports.jsonl (texts
of figures, evidence and root sources, read by the program, labelled by two who did not see its acts) whole attributions.
"""

import glob
import hashlib
import json
import os
from dataclasses import dataclass

from .articles import ROLES, read_annotations

ACTS = (
    "assert confirm agree deny doubt admit accuse criticise praise support oppose promise intend threaten warn demand urge ask "
    "estimate predict believe decline show"
).split()
HERE = os.path.dirname(__file__)


@dataclass(frozen=True)
class Reported:
    text: str
    source: list  # (start, end) in code points; so are cue and content
    cue: list
    content: list
    acts: tuple  # numbers of acts, the first one first; empty when nobody has labelled it
    listed: tuple  # (number of the act that the list of cues gives, or None; whether the cue is negated)
    place: int  # of the article among its set, to fold by


def lookup(listed, text, cue):
    """What the list says of a cue: `listed` is {words of a cue: [act, negated] or null}, as loadCues().actOf gives it."""
    found = listed.get(" ".join(text[s:e] for s, e in cue))
    return (ACTS.index(found[0]), bool(found[1])) if found else (None, False)


def polnear_train(folder, listed):
    """Attributions of PolNeAR train, labelled or not, each cue and content once."""
    labels = {}
    with open(os.path.join(HERE, "acts.jsonl"), encoding="utf8") as file:
        for row in map(json.loads, file):
            labels[row["text"]] = {(a[0], a[1]): tuple(ACTS.index(x) for x in a[2:]) for a in row["acts"]}
    out = []
    for place, path in enumerate(sorted(glob.glob(os.path.join(folder, "text", "*.txt")))):
        found = sorted(glob.glob(os.path.join(folder, "attributions", glob.escape(os.path.basename(path)[:-4]) + "_*.ann")))
        if not found:
            continue
        with open(path, encoding="utf8", newline="") as file:
            text = file.read()
        acts, seen = labels.get(hashlib.sha256(text.encode()).hexdigest(), {}), set()
        for a in read_annotations(found[0]):
            source, cue, content = (sorted(a[role]) for role in ROLES)
            if not cue or not content or (tuple(cue), tuple(content)) in seen:
                continue
            seen.add((tuple(cue), tuple(content)))
            given = acts.get((cue[0][0], cue[-1][1]), ())
            out.append(Reported(text, source, cue, content, given, lookup(listed, text, cue), place))
    return out


def by_hash(folder):
    """The texts of a folder by their SHA-256."""
    texts = {}
    for path in glob.glob(os.path.join(folder, "*.txt")):
        with open(path, encoding="utf8", newline="") as file:
            text = file.read()
        texts[hashlib.sha256(text.encode()).hexdigest()] = text
    return texts


def labelled(path, folder, listed):
    """Attributions of a file of labels (speakers.jsonl, conflict.jsonl, acts-reports.jsonl) that have an act and a cue.

    A text is known by its hash, whatever its file is called; labels of texts that are not in the folder are left out.
    """
    out, texts = [], by_hash(folder)
    with open(path, encoding="utf8") as file:
        for place, row in enumerate(map(json.loads, file)):
            text = texts.get(row.get("sha256") or row["text"])
            for a in row["attributions"] if text else ():
                source, cue, content = ([a[r]] if a.get(r) and isinstance(a[r][0], int) else a.get(r) or [] for r in ROLES)
                acts = a["act"] if isinstance(a["act"], list) else [a["act"]]
                acts = tuple(ACTS.index(x) for x in [*acts, a.get("act2")] if x in ACTS)
                if acts and cue and content:
                    out.append(Reported(text, source, cue, content, acts, lookup(listed, text, cue), place))
    return out


def soft(acts, second=0.35, rest=0.04):
    """A label as shares of the acts."""
    out = [rest / len(ACTS)] * len(ACTS)
    for n, act in enumerate(acts[:2]):
        out[act] += (1 - rest) * (1 if len(acts) == 1 else second if n else 1 - second)
    return out


def score(said, acts):
    """(accepted, macro F1 over the acts that occur ten times or more), as the scorer of speakers counts them."""
    tp, fp, fn = ([0] * len(ACTS) for _ in range(3))
    for one, gold in zip(said, acts):
        if one in gold:
            tp[one] += 1
        else:
            fp[one] += 1
            fn[gold[0]] += 1
    often = [a for a in range(len(ACTS)) if tp[a] + fn[a] >= 10]
    return sum(tp) / len(acts), sum(2 * tp[a] / max(1, 2 * tp[a] + fp[a] + fn[a]) for a in often) / len(often)
