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


STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
MARKS = set("“”\"")


def damaged(words, rng):
    """A copy of an article's words as other publishers would print them: marks straightened, lost, letters lowered.

    Returns (words, kept): kept are the indexes of the words that are left.
    """
    kept, words = list(range(len(words))), list(words)
    if rng.random() < 0.2:
        words = [STRAIGHT.get(w, w) for w in words]
    if rng.random() < 0.08:
        lose = rng.choice((0.2, 0.5, 1.0))
        kept = [i for i in kept if not (words[i] in MARKS and rng.random() < lose)]
    if rng.random() < 0.04:
        words = [w.lower() for w in words]
    return [words[i] for i in kept], kept


def example_windows(tokenizer, article, size, stride, rng=None, carriers=()):
    """(Window, attributions in words of the article) for training.

    With `rng`, at a random phase and sometimes damaged; with `carriers`, some sentences carried by another source.
    """
    words = [article.text[s:e] for s, e in article.words]
    breaks = [i == 0 or "\n" in article.text[article.words[i - 1][1] : s] for i, (s, _) in enumerate(article.words)]
    attributions = article.attributions
    if rng:
        words, kept = damaged(words, rng)
        place = {old: new for new, old in enumerate(kept)}
        breaks = [breaks[i] for i in kept]
        attributions = [{r: [place[i] for i in a[r] if i in place] for r in a} for a in attributions]
        attributions = [a for a in attributions if a["cue"] and a["content"]]
    if rng and carriers:
        words, breaks, attributions = nested(words, breaks, attributions, carriers, rng)
    pieces = to_pieces(tokenizer, words, breaks)
    phase = rng.randrange(0, stride) if rng else 0
    return [(w, attributions) for w in cut(pieces, size, stride, phase)]


def load_vocabulary(path):
    """The tokenizer of an exported folder, from its vocab.txt."""
    from tokenizers import BertWordPieceTokenizer

    return BertWordPieceTokenizer(path, lowercase=True)
