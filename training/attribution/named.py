"""Texts whose persons, organisations and places are known, as one label for each word.

Labels as in src/model/encoding.ts: 0 none, then begins and in for person, organisation, place; IGNORED where nothing
is known. Four origins: an automatic layer (silver) over PolNeAR; re3d, GUM's news (gold); LGL (places only).
"""

import glob
import os
import re
from collections import Counter
from xml.etree import ElementTree

from .articles import Article, covered, words_of

IGNORED = -100
PERSON, ORGANISATION, PLACE = 1, 3, 5
SILVER = {"PERSON": PERSON, "ORGANIZATION": ORGANISATION, "LOCATION": PLACE}
RE3D = {"Person": PERSON, "Organisation": ORGANISATION, "Location": PLACE}
GUM = {"person": PERSON, "organization": ORGANISATION, "place": PLACE}
# A title is no part of a name.
TITLES = set(
    "president vice prime minister chancellor king queen prince princess sheikh sultan senator sen rep representative governor gov mayor "
    "general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral commander officer judge justice secretary foreign "
    "defense defence mr mrs ms miss dr doctor professor prof sir lord lady pope cardinal bishop archbishop rev reverend father coach "
    "director chairman chairwoman chief detective inspector sheriff deputy ambassador former ex brigadier spokesman spokeswoman imam "
    "ayatollah republican democratic democrat the a an .".split()
)


def mark(labels, words, start, end, label, strip=False):
    """Label the words of text[start:end]; with `strip`, without titles and articles before a name."""
    inside = covered(words[0], [(start, end)])
    text = words[1]
    while strip and len(inside) > 1 and text[slice(*words[0][inside[0]])].lower() in TITLES:
        inside.pop(0)
    for n, i in enumerate(inside):
        labels[i] = label + (n > 0)


def paragraphs(words, text):
    """Runs of word indexes between line breaks."""
    runs, last = [], None
    for i, (s, e) in enumerate(words):
        if last is None or "\n" in text[last:s]:
            runs.append([])
        runs[-1].append(i)
        last = e
    return runs


def shouted(words, text, run):
    """Whether a paragraph is printed as headlines are: most of its words capitalised, so that capitals tell nothing."""
    letters = [text[slice(*words[i])] for i in run if text[words[i][0]].isalpha()]
    return len(letters) > 4 and sum(w[0].isupper() for w in letters) > 0.62 * len(letters)


def read_silver(path, text):
    """[(start, end, label)] of one TSV of the automatic layer; offsets in code points of `text`."""
    out, before = [], None
    with open(path, encoding="utf8") as file:
        for line in file:
            row = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(row) < 7:
                before = None if len(row) < 7 else before
                continue
            start, end, kind = int(row[1]), int(row[2]), SILVER.get(row[6])
            if kind and before == kind:
                out[-1] = (out[-1][0], end, kind)
            elif kind:
                out.append((start, end, kind))
            before = kind
    return [s for s in out if any(c.isupper() for c in text[s[0] : s[1]])]


def silver_labels(articles, folder):
    """{name: labels} for articles with a layer. A name that is mostly of another kind elsewhere gets that kind."""
    spans = {}
    for a in articles:
        path = os.path.join(folder, a.name[:-4] + ".tsv")
        if os.path.exists(path):
            spans[a.name] = read_silver(path, a.text)
    votes = {}
    for a in articles:
        for s, e, kind in spans.get(a.name, ()):
            votes.setdefault(a.text[s:e], Counter())[kind] += 1
    out = {}
    for a in articles:
        if a.name not in spans:
            continue
        labels = [0] * len(a.words)
        for s, e, kind in spans[a.name]:
            most, count = votes[a.text[s:e]].most_common(1)[0]
            total = sum(votes[a.text[s:e]].values())
            mark(labels, (a.words, a.text), s, e, most if total >= 5 and count >= 0.6 * total else kind, strip=True)
        for run in paragraphs(a.words, a.text):
            if shouted(a.words, a.text, run):
                for i in run:
                    labels[i] = IGNORED
        out[a.name] = labels
    return out


def read_re3d(folder):
    """[(Article, labels)] of every .conll below a folder, by name: tokens joined by single spaces; what names nothing is none."""
    out = []
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "**", "*.conll"), recursive=True)):
        text, spans, inside = "", [], False
        with open(path, encoding="utf8") as file:
            for line in file:
                if not line.strip():
                    inside = False
                    continue
                token, tag = line.rstrip("\r\n").split("\t")
                text += " " if text else ""
                if tag[:2] == "B-":
                    spans.append([len(text), 0, tag[2:]])
                inside = tag[:2] == "B-" or (inside and tag[:2] == "I-")
                text += token
                if inside:
                    spans[-1][1] = len(text)
        words = words_of(text)
        labels = [0] * len(words)
        for s, e, kind in spans:
            if kind in RE3D and any(w[0].isupper() and w.lower() not in TITLES for w in text[s:e].split()):
                mark(labels, (words, text), s, e, RE3D[kind], strip=True)
        out.append((Article(os.path.basename(path).removesuffix(".conll") + ".txt", text, words, []), labels))
    return out


def read_gum(folder):
    """[(Article, labels)] of GUM's news: of each entity of our kinds the proper nouns around its head."""
    out = []
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "*.conllu"))):
        text, tokens, open_, spans, first = "", [], {}, [], True
        with open(path, encoding="utf8") as file:
            for line in file:
                if line.startswith("# newpar_block") or line.startswith("# newpar"):
                    text = text.rstrip() + "\n" if text else ""
                row = line.rstrip("\n").split("\t")
                if len(row) != 10 or not row[0].isdigit():
                    continue
                tokens.append((len(text), len(text) + len(row[1]), row[3]))
                text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
                field = re.search(r"Entity=([^|]+)", row[9])
                for part in re.findall(r"\(\d+-[^()]+\)?|\d+\)", field[1]) if field else ():
                    number = re.match(r"\(?(\d+)", part)[1]
                    if part[0] == "(":
                        open_.setdefault(number, []).append((len(tokens) - 1, part[1:].rstrip(")").split("-")))
                    if part[-1] == ")" and open_.get(number):
                        start, kind = open_[number].pop()
                        spans.append((start, len(tokens), kind))
        words = words_of(text)
        labels = [0] * len(words)
        for a, b, kind in sorted(spans, key=lambda s: s[0] - s[1]):
            head = a + int(kind[5].split(",")[0]) - 1 if len(kind) > 5 and kind[5].split(",")[0].isdigit() else a
            if kind[1] not in GUM or head >= b:
                continue
            for t in range(a, b):  # what of an entity is not found to be its name is unknown
                if tokens[t][2] == "PROPN":
                    mark(labels, (words, text), *tokens[t][:2], IGNORED)
                    labels[:] = [IGNORED if x < 0 else x for x in labels]
            if tokens[head][2] != "PROPN":
                continue
            low = high = head
            while low > a and tokens[low - 1][2] == "PROPN":
                low -= 1
            while high + 1 < b and (tokens[high + 1][2] == "PROPN" or (high + 2 < b and tokens[high + 2][2] == "PROPN" and text[slice(*tokens[high + 1][:2])] in ("of", "and", "for", "-"))):
                high += 1
            mark(labels, (words, text), tokens[low][0], tokens[high][1], GUM[kind[1]], strip=True)
        out.append((Article(os.path.basename(path), text, words, []), labels))
    return out


def read_lgl(path):
    """[(Article, labels)] of LGL's toponyms; other capitalised words are unknown, other words are no names."""
    out = []
    for each in ElementTree.parse(path).getroot().iter("article"):
        text = each.findtext("text") or ""
        words = words_of(text)
        labels = [IGNORED if text[s].isupper() else 0 for s, _ in words]
        for place in each.iter("toponym"):
            s, e = int(place.findtext("start")), int(place.findtext("end"))
            if text[s:e] != place.findtext("phrase"):
                continue
            capital = lambda part: bool(re.fullmatch(r" [A-Z]\w.*", part, re.S))
            before = re.search(r"(\w+) $", text[:s])
            part_of_more = capital(text[e : e + 3]) or (before and before[1][0].isupper())
            if not part_of_more:
                mark(labels, (words, text), s, e, PLACE)
        out.append((Article("lgl-" + each.get("docid"), text, words, []), labels))
    return out
