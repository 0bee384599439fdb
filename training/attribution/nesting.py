"""Nested attributions for training, made of articles that have none labelled.

"S said that C." becomes "B reported that S said that C." or "S said that C, B reported.": the source and cue of
another article's attribution are put around a whole attributing sentence, whose words become the outer content.
"""

from dataclasses import replace

IGNORED = -100
ENDS = {".", "!", "?"}
LOWERED = {"According", "In", "On", "The", "A", "An", "He", "She", "They", "It", "His", "Her", "Their", "But", "And", "Some", "Many", "One", "Two"}


def carriers(articles):
    """(source words, cue words) of attributions printed as source, cue, "that …": what can carry another."""
    out = []
    for article in articles:
        word = lambda i: article.text[slice(*article.words[i])]
        for a in article.attributions:
            run = a["source"] + a["cue"]
            follows = a["content"][0] == run[-1] + 1 and word(a["content"][0]) == "that"
            if a["source"] and run == list(range(run[0], run[0] + len(run))) and follows and len(run) <= 9:
                out.append(([word(i) for i in a["source"]], [word(i) for i in a["cue"]]))
    return out


def carried(words, breaks, attribution):
    """(first, last) words of the sentence that is this attribution and nothing else before or after it; None when it is not."""
    used = attribution["source"] + attribution["cue"] + attribution["content"]
    first, last = min(used), max(used)
    if not attribution["source"] or last + 1 >= len(words) or any(breaks[first + 1 : last + 2]):
        return None
    opens = breaks[first] or words[first - 1] in ENDS
    quoted = any(w in "“”\"" for w in words[first : last + 1])
    whole = not any(w in ENDS for w in words[first : last + 1])
    return (first, last) if opens and whole and not quoted and words[last + 1] == "." else None


def nested(lesson, carriers, rng, share=0.35):
    """A copy of a lesson in which some attributing sentences are carried by another source: what they held is inner now."""
    plans = []
    for number, a in enumerate(lesson.outer):
        span = carried(lesson.words, lesson.breaks, a)
        if span and rng.random() < share and all(end < span[0] or start > span[1] for start, end, *_ in plans):
            plans.append((*span, number, rng.choice(carriers), rng.random() < 0.75))
    words, breaks, origin, inserted = list(lesson.words), list(lesson.breaks), list(range(len(lesson.words))), {}
    for first, last, number, (source, cue), before in sorted(plans, reverse=True):
        put = [*source, *cue, "that"] if before else [",", *source, *cue]
        at = first if before else last + 1
        if before and words[first] in LOWERED:
            words[first] = words[first].lower()
        words[at:at] = [put[0][:1].upper() + put[0][1:], *put[1:]] if before else put
        breaks[at:at] = [breaks[first]] + [False] * (len(put) - 1) if before else [False] * len(put)
        if before:
            breaks[at + len(put)] = False
        origin[at:at] = [(number, n) for n in range(len(put))]  # who is new and why, until all stand at their places
    for new, old in enumerate(origin):
        if isinstance(old, tuple):
            inserted.setdefault(old[0], []).append(new)
    moved = lesson.edited(words, breaks, [None if isinstance(old, tuple) else old for old in origin])
    place = {old: new for new, old in enumerate(origin) if not isinstance(old, tuple)}
    carried_now = {p[2] for p in plans}
    move = lambda a: {r: [place[i] for i in a[r]] for r in ("source", "cue", "content")}
    outer = [move(a) for n, a in enumerate(lesson.outer) if n not in carried_now]
    inner = moved.inner + [move(lesson.outer[n]) for n in sorted(carried_now)]
    for first, last, number, (source, cue), before in plans:
        new = inserted[number]
        own = new[:-1] if before else new[1:]
        content = list(range(new[-1] if before else place[first], place[last] + 1))
        outer.append({"source": own[: len(source)], "cue": own[len(source) :], "content": content})
    names = moved.names and [IGNORED if isinstance(origin[i], tuple) else x for i, x in enumerate(moved.names)]
    return replace(moved, outer=outer, inner=inner, names=names)
