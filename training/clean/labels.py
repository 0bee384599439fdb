"""Which blocks of a page its gold text holds."""
import re

WORD = re.compile(r"\w+")


def words(text):
    return WORD.findall(text.lower())


def by_body(blocks, body):
    """1 where most of a block's words stand in the gold text, at a place that agrees with its neighbours; else 0.

    Long blocks are found by their runs of four words; short ones must stand between the places
    of the long ones before and after them.
    """
    gold = words(body)
    at = {}
    for i in range(len(gold) - 3):
        at.setdefault(tuple(gold[i : i + 4]), []).append(i)
    tokens = [words(block) for block in blocks]
    labels, places, used = [0] * len(blocks), [None] * len(blocks), set()
    for n, block in enumerate(tokens):
        grams = [tuple(block[i : i + 4]) for i in range(len(block) - 3)]
        hits = [at[gram][0] for gram in grams if gram in at]
        if len(block) >= 6 and len(hits) >= 0.5 * len(grams):
            free = [hit for hit in hits if hit not in used]
            if len(free) >= 0.5 * len(hits):  # a paragraph printed twice is wanted once
                labels[n], places[n] = 1, (min(hits), max(hits) + 4)
                used.update(hits)
    for n, block in enumerate(tokens):
        if labels[n] or not block or len(block) > 12:
            continue
        low = next((places[i][1] for i in range(n - 1, max(-1, n - 40), -1) if places[i]), None)
        high = next((places[i][0] for i in range(n + 1, min(len(blocks), n + 40)) if places[i]), None)
        if low is None and high is None:
            continue
        low = (high - 60 if low is None else low) - 1
        high = (low + 60 if high is None else high) + 1
        k = len(block)
        for i in range(max(0, low), min(len(gold) - k, high - k) + 1):
            if gold[i : i + k] == block:
                labels[n], places[n] = 1, (i, i + k)
                break
    return labels


def by_segments(blocks, wanted, unwanted):
    """1 where a wanted segment stands, 0 where an unwanted one stands, None elsewhere."""
    squeeze = lambda text: re.sub(r"\s+", " ", text).strip()
    wanted, unwanted = [squeeze(s) for s in wanted], [squeeze(s) for s in unwanted]
    labels = []
    for block in map(squeeze, blocks):
        if any(s and s in block for s in wanted):
            labels.append(1)
        else:
            labels.append(0 if any(s and (s in block or block in s) for s in unwanted) else None)
    return labels
