"""Texts as other tools make them of pages, each line labelled by the page's gold text."""
import hashlib
import re

from labels import by_body, words

ARTICLE, FURNITURE, UNSURE = 1, 0, -1


def chance(*key):
    """0 to 1, the same for the same key."""
    return int(hashlib.sha256("\t".join(map(str, key)).encode()).hexdigest()[:8], 16) / 0xFFFFFFFF


def label_lines(lines, body, title):
    """1 for a line of the article, 0 for furniture, -1 where the gold text does not tell.

    Unsure: the headline; a line that stands in the gold text too, though not at that place; one of which a part does;
    a few words that are no line of their own there, as a menu's "Berlin" beside an article on Berlin.
    """
    labels = by_body(lines, body)
    gold = words(body)
    whole = {tuple(words(line)) for line in body.split("\n")}
    grams = {tuple(gold[i : i + 4]) for i in range(len(gold) - 3)}
    joined = " %s " % " ".join(gold)
    headline = words(title or "")
    for i, line in enumerate(lines):
        tokens = words(line)
        if labels[i] and len(tokens) < 6 and tuple(tokens) not in whole:
            labels[i] = UNSURE
        if labels[i]:
            continue
        own = [tuple(tokens[k : k + 4]) for k in range(len(tokens) - 3)]
        shared = sum(gram in grams for gram in own)
        if not tokens or tokens == headline or " %s " % " ".join(tokens) in joined or (own and shared >= 0.2 * len(own)):
            labels[i] = UNSURE
    return labels


SENTENCE = re.compile(r"[.!?…。！？؟।][)\]\"'”’»]*$")


def is_prose(line):
    count = len(words(line))
    return count >= 20 or (count >= 10 and bool(SENTENCE.search(line)))


def is_running(body):
    """Whether half of the lines are paragraphs. The rest are catalogues, tables and lists of links: no news."""
    lines = [line for line in body.split("\n") if line.strip()]
    return sum(map(is_prose, lines)) * 2 >= len(lines)


class Text:
    """kind: how it was made; lines and, for each, whether an empty one stands before it; labels; whether it is running text."""

    def __init__(self, kind, fold, domain, lines, labels, blank, running=True):
        self.kind, self.fold, self.domain, self.running = kind, fold, domain, running
        self.lines, self.labels, self.blank = lines, labels, blank
        self.set, self.title = "", []


def split_lines(blocks, marks):
    """Blocks with breaks in them as lines, each with its block's mark."""
    out = [(line.strip(), mark) for block, mark in zip(blocks, marks) for line in re.split(r"[\r\n\u2028\u2029]+", block)]
    out = [(line, mark) for line, mark in out if line]
    return [line for line, _ in out], [mark for _, mark in out]


def container_of(labels, containers, parents):
    """The innermost element that holds all blocks of the article."""
    paths = []
    for label, at in zip(labels, containers):
        if label == ARTICLE:
            path = [at]
            while at:
                at = parents[at]
                path.append(at)
            paths.append(path[::-1])
    if not paths:
        return 0
    shared = 0
    for level in zip(*paths):
        if len(set(level)) > 1:
            break
        shared = level[0]
    return shared


def within(at, target, parents):
    while at:
        if at == target:
            return True
        at = parents[at]
    return target == 0


def of_page(page, gold, fold, domain):
    """All texts that are made of one page."""
    name, body = page["page"], gold["body"]
    blocks = page["blocks"]
    block_labels = by_body(blocks, body)
    target = container_of(block_labels, page["containers"], page["parents"])
    inside = [within(at, target, page["parents"]) for at in page["containers"]]
    lines, marks = split_lines(blocks, inside)
    labels = label_lines(lines, body, gold.get("title"))
    texts = []

    def add(kind, keep):
        chosen = [i for i in range(len(lines)) if keep(i)]
        spaced = chance(name, kind, "blank") < 0.6
        if chosen:
            blank = [spaced and i > 0 for i in range(len(chosen))]
            texts.append(Text(kind, fold, domain, [lines[i] for i in chosen], [labels[i] for i in chosen], blank))

    add("whole page", lambda i: True)
    add("main element", lambda i: marks[i])
    wanted = [i for i, label in enumerate(labels) if label == ARTICLE]
    if wanted:
        first, last = wanted[0], wanted[-1]
        before, after = int(chance(name, "before") * 7), int(chance(name, "after") * 9)
        add("article and its neighbours", lambda i: first - before <= i <= last + after)
        for take in (0.08, 0.3):
            # Runs of four lines stay or go together, as boxes do.
            add("leftovers", lambda i: labels[i] == ARTICLE or (marks[i] and chance(name, take, i // 4) < take))
    texts += plain_forms(name, body, fold, domain)
    for text in texts:
        text.running = is_running(body)
    return texts


def plain_forms(name, body, fold, domain):
    """An article without furniture, in forms that printed texts have: as it is, in verses, as a talk, as a list."""
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    texts = []

    def add(kind, made, spaced):
        if made:
            texts.append(Text(kind, fold, domain, made, [ARTICLE] * len(made), [spaced and i > 0 for i in range(len(made))]))

    add("article alone", lines, chance(name, "gold") < 0.6)
    form = chance(name, "form")
    sentences = [s for line in lines for s in re.split(r"(?<=[.!?”])\s+(?=[A-ZÄÖÜ“])", line)][:80]
    if form < 0.2:
        tokens = body.split()[:400]
        size = 4 + int(chance(name, "verse") * 5)
        add("verses", [" ".join(tokens[i : i + size]) for i in range(0, len(tokens), size)], False)
    elif form < 0.4:
        names = [w for w in re.findall(r"\b[A-Z][a-z]{3,}\b", body)][:2] or ["Q", "A"]
        add("talk", ["%s: %s" % (names[i % len(names)], s) for i, s in enumerate(sentences)], form < 0.3)
    elif form < 0.6:
        mark = ("- ", "• ", "* ", "")[int(chance(name, "mark") * 4)]
        short = [" ".join(s.split()[: 3 + int(chance(name, i) * 8)]).rstrip(".,;") for i, s in enumerate(sentences)]
        add("list", lines[:2] + [mark + s for s in short] + lines[2:4], form < 0.5)
    elif form < 0.8:
        add("sentences", sentences, form < 0.7)
    else:
        numbers = re.findall(r"\d[\d,.]*\d|\d", body) or ["1", "2"]
        cells = [" ".join(s.split()[:2]) for s in sentences[:25]]
        rows = ["%s\t%s\t%s" % (cell, numbers[i % len(numbers)], numbers[(i * 7) % len(numbers)]) for i, cell in enumerate(cells)]
        add("table", lines[:3] + rows + lines[3:5], form < 0.85)
    return texts
