"""Nested attributions for training, made of articles that have none labelled.

"S said that C." becomes "B reported that S said that C." or "S said that C, B reported.": the source and cue of
another article's attribution are put around a whole attributing sentence, whose words become the outer content.
"""

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


def nested(words, breaks, attributions, carriers, rng, share=0.5):
    """A copy of an article's words in which some attributing sentences are carried by another source."""
    plans = []
    for a in attributions:
        span = carried(words, breaks, a)
        if span and rng.random() < share and all(end < span[0] or start > span[1] for start, end, _, _ in plans):
            plans.append((*span, rng.choice(carriers), rng.random() < 0.75))
    words, breaks, attributions = list(words), list(breaks), [dict(a) for a in attributions]
    for first, last, (source, cue), before in sorted(plans, reverse=True):
        put = [*source, *cue, "that"] if before else [",", *source, *cue]
        at = first if before else last + 1
        move = lambda i: i + len(put) if i >= at else i
        attributions = [{r: [move(i) for i in a[r]] for r in a} for a in attributions]
        capital = put[0][:1].upper() + put[0][1:]
        if before and words[first] in LOWERED:
            words[first] = words[first].lower()
        words[at:at] = [capital, *put[1:]] if before else put
        breaks[at:at] = [breaks[first]] + [False] * (len(put) - 1) if before else [False] * len(put)
        skip = 0 if before else 1
        outer = list(range(at + skip, at + skip + len(source))), list(range(at + skip + len(source), at + skip + len(source) + len(cue)))
        if before:
            breaks[at + len(put)] = False
            content = list(range(at + len(put) - 1, last + len(put) + 1))
        else:
            content = list(range(first, last + 1))
        attributions.append({"source": outer[0], "cue": outer[1], "content": content})
    return words, breaks, attributions
