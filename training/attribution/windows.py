"""Cut an article into windows of word pieces, as src/encode does at run time."""

from dataclasses import dataclass

from tokenizers import Tokenizer

from .nesting import nested

PIECES_A_WORD = 8  # what is longer (addresses, hashes) is cut: its first pieces stand for it
CLS, SEP, UNKNOWN = 101, 102, 100


def load_tokenizer(path):
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def shape(word):
    """Letter case of a word, which an uncased vocabulary loses: 0 none, 1 lower, 2 upper, 3 capitalised, 4 digits."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 3
    return 4 if word.isdigit() else 0


@dataclass(frozen=True)
class Pieces:
    """Word pieces of an article: per word its ids; per word its shape, +6 at the start of a paragraph."""

    ids: list
    shapes: list


def to_pieces(tokenizer, words, breaks):
    """words: strings; breaks: whether a line break stands before each (true for the first)."""
    encoded = tokenizer.encode_batch(list(words), add_special_tokens=False)
    ids = [e.ids[:PIECES_A_WORD] or [UNKNOWN] for e in encoded]
    return Pieces(ids, [shape(w) + (6 if b else 0) for w, b in zip(words, breaks)])


@dataclass(frozen=True)
class Window:
    start: int  # first word
    end: int  # one past the last
    ids: list
    shapes: list
    first: list  # for each word the place of its first piece


def cut(pieces, size, stride, phase=0):
    """Windows of at most `size` pieces (marks included), a new one every `stride` pieces; the first `phase` pieces shorter."""
    windows, start, words = [], 0, len(pieces.ids)
    limit = size - 2 - phase
    while start < words:
        ids, shapes, first, end = [CLS], [0], [], start
        while end < words and len(ids) - 1 + len(pieces.ids[end]) <= max(limit, PIECES_A_WORD):
            first.append(len(ids))
            ids += pieces.ids[end]
            shapes += [pieces.shapes[end]] + [5] * (len(pieces.ids[end]) - 1)
            end += 1
        windows.append(Window(start, end, ids + [SEP], shapes + [0], first))
        if end == words:
            return windows
        back, overlap = 0, size - 2 - stride
        while end - 1 > start and back + len(pieces.ids[end - 1]) <= min(overlap, limit // 2):
            end -= 1
            back += len(pieces.ids[end])
        start, limit = end, size - 2
    return windows


@dataclass(frozen=True)
class Lesson:
    """A text to learn from. `outer`: attributions, None when unknown; `inner`: those within another's content;
    `unsure`: words that may be inner cues; `names`: one label a word, None when unknown."""

    words: list
    breaks: list
    outer: list
    inner: list
    unsure: frozenset
    names: list

    def edited(self, words, breaks, origin):
        """The same text with other words; `origin`: for each new word the index of the old one, None for a new one."""
        place = {}
        for new, old in enumerate(origin):
            if old is not None:
                place.setdefault(old, []).append(new)
        spread = lambda indexes: [n for i in indexes for n in place.get(i, ())]
        moved = lambda found: [b for b in ({r: spread(a[r]) for r in ("source", "cue", "content")} for a in found) if b["cue"] and b["content"]]
        names = self.names and [0 if i is None else self.names[i] for i in origin]
        outer = None if self.outer is None else moved(self.outer)
        return Lesson(words, breaks, outer, moved(self.inner), frozenset(spread(self.unsure)), names)


def lesson(article, inner=None, names=None):
    """A lesson of an article; `inner`: {"inner", "unsure"} as attribution.silver writes it."""
    words = [article.text[s:e] for s, e in article.words]
    breaks = [i == 0 or "\n" in article.text[article.words[i - 1][1] : s] for i, (s, _) in enumerate(article.words)]
    inner = inner or {"inner": [], "unsure": range(len(words))}
    return Lesson(words, breaks, article.attributions, inner["inner"], frozenset(inner["unsure"]), names)


STRAIGHT = {"“": ('"',), "”": ('"',), "‘": ("'",), "’": ("'",)}
# As corpora and old wires print them, one word a sign.
TYPED = {"“": ("`", "`"), "”": ("'", "'"), "‘": ("`",), "’": ("'",)}
OTHER = {'"': "“", "“": '"', "”": '"', "'": "’", "’": "'", "‘": "'"}
# A mark read in the wrong encoding, or escaped twice, as the words that it then is.
BROKEN = {"“": ("â", "€", "œ"), "”": ("â", "€"), "‘": ("â", "€", "˜"), "’": ("â", "€", "™"), '"': ("&", "quot", ";"), "'": ("&", "#", "39", ";")}
DOUBLE, SINGLE = set("“”\""), set("‘’'")


def spoilt_mark(word, rates, rng):
    """What is printed instead of a quotation mark or apostrophe: a list of words, empty when it is lost."""
    lost, single, twice, broken, other = rates
    r = rng.random()
    if word in SINGLE:
        return [OTHER[word]] if r < other else list(BROKEN[word]) if r < other + broken / 2 else [word]
    for share, new in ((lost, []), (single, ["'"]), (twice, [word, word]), (broken, BROKEN[word]), (other, [OTHER[word]])):
        if r < share:
            return list(new)
        r -= share
    return [word]


def damaged(lesson, rng):
    """A copy of a lesson as other publishers would print it; most are left as they are.

    Marks all straightened; or, each at a rate of its own drawn for the article: marks lost, turned to apostrophes, doubled,
    broken, curly for straight, paragraphs glued. Some all in lower case, some all in one paragraph.
    """
    words, breaks, origin = [], [], []
    kind, lower = rng.random(), rng.random() < 0.06
    rates = [rng.random() * top for top in (0.5, 0.3, 0.2, 0.2, 0.4)] if kind < 0.25 else None
    glued = 1 if 0.4 <= kind < 0.45 else rng.random() * 0.7 if kind < 0.25 else 0
    print_as = STRAIGHT if 0.25 <= kind < 0.4 else TYPED if 0.4 <= kind < 0.5 else {}
    opening = False
    for i, (word, opens) in enumerate(zip(lesson.words, lesson.breaks)):
        opening = opening or (opens and (i == 0 or rng.random() >= glued))
        new = list(print_as.get(word, (word,)))
        if rates and word in DOUBLE | SINGLE:
            new = spoilt_mark(word, rates, rng)
        if not new:  # when the mark that opened a paragraph is lost, the next word opens it
            continue
        words += [w.lower() for w in new] if lower else new
        breaks += [opening] + [False] * (len(new) - 1)
        origin += [i] * len(new)
        opening = False
    return lesson.edited(words, breaks, origin)


def example_windows(tokenizer, lesson, size, stride, rng=None, carriers=()):
    """(Window, Lesson) for training.

    With `rng`, at a random phase and sometimes damaged; with `carriers`, some sentences carried by another source.
    """
    if rng and carriers and lesson.outer is not None:
        lesson = nested(lesson, carriers, rng)
    if rng:
        lesson = damaged(lesson, rng)
    pieces = to_pieces(tokenizer, lesson.words, lesson.breaks)
    phase = rng.randrange(0, stride) if rng else 0
    return [(w, lesson) for w in cut(pieces, size, stride, phase)]


def load_vocabulary(path):
    """The tokenizer of an exported folder, from its vocab.txt."""
    from tokenizers import BertWordPieceTokenizer

    return BertWordPieceTokenizer(path, lowercase=True)
