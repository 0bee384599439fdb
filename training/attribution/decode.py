"""From the model's scores to attributions, as src/attribute does it: for the reports while training.

The shipped decoder is the one in TypeScript; training/tests holds the two against each other.
"""

import torch
import torch.nn.functional as F

from .windows import cut, to_pieces


def link_scores(model, words, cues):
    """words [words, hidden], cues: lists of word indexes -> raw links [cues, words, channels]: the mean of the cue's rows."""
    heads, tails = model.project(words)
    flat = torch.tensor([i for cue in cues for i in cue], device=words.device)
    rows = model.links(heads[flat], tails, flat)
    return torch.stack([part.mean(0) for part in rows.split([len(c) for c in cues])])


def best_path(scores):
    """Raw links of one cue [words, 7] -> (source [] or [(first, last)], content [(first, last), ...]).

    The likeliest sequence of: nothing, content, one source at most. Staying in a run and leaving it
    cost what the four edge channels say. States: 0 nothing, 1 content, 2 source, 3 and 4 as 0 and 1 after the source.
    """
    inside = F.log_softmax(scores[:, :3], -1).tolist()
    on, off = F.logsigmoid(scores[:, 3:]).tolist(), F.logsigmoid(-scores[:, 3:]).tolist()
    role = (0, 2, 1, 0, 2)
    moves = {0: (0, 1, 2), 1: (0, 1, 2), 2: (2, 3, 4), 3: (3, 4), 4: (3, 4)}
    best, back = [0.0, -1e9, -1e9, -1e9, -1e9], []
    for i in range(len(inside) + 1):
        new, pointer = [-1e9] * 5, [0] * 5
        for old in range(5):
            targets = moves[old] if i < len(inside) else (old if role[old] == 0 else (0 if old == 1 else 3),)
            for state in targets:
                score = best[old]
                for column, kind in ((0, 1), (2, 2)):
                    was, now = role[old] == kind, i < len(inside) and role[state] == kind
                    if i > 0:
                        score += on[i - 1][column + 1] if was and not now else off[i - 1][column + 1] if was else 0.0
                    if i < len(inside):
                        score += on[i][column] if now and not was else off[i][column] if now else 0.0
                if i < len(inside):
                    score += inside[i][role[state]]
                if score > new[state]:
                    new[state], pointer[state] = score, old
        best = new
        back.append(pointer)
    state = max((0, 3), key=lambda s: best[s])
    path = []
    for pointer in reversed(back):
        state = pointer[state]
        path.append(role[state])
    path = path[::-1][1:]  # each pointer leads to the state before its word: the first is the state before word 0
    return runs(path, 1), runs(path, 2)


def runs(path, role):
    out = []
    for i, r in enumerate(path):
        if r == role:
            if out and out[-1][1] == i - 1:
                out[-1][1] = i
            else:
                out.append([i, i])
    return [tuple(x) for x in out]


def find_cues(logs, threshold=0.5):
    """Cue tags as logarithms [words, 3] -> [(first, last)]: a run of words that are rather a cue than not."""
    begins, goes_on = logs[:, 1].exp().tolist(), logs[:, 2].exp().tolist()
    cues = []
    for i, (b, g) in enumerate(zip(begins, goes_on)):
        if cues and cues[-1][1] == i - 1 and g > b and b + g >= threshold:
            cues[-1][1] = i
        elif b + g >= threshold:
            cues.append([i, i])
    return [tuple(c) for c in cues]


@torch.no_grad()
def attribute(model, tokenizer, article, size, stride, threshold=0.5):
    """Attributions of an article as {role: set of words}."""
    words = [article.text[s:e] for s, e in article.words]
    breaks = [i == 0 or "\n" in article.text[article.words[i - 1][1] : s] for i, (s, _) in enumerate(article.words)]
    windows = cut(to_pieces(tokenizer, words, breaks), size, stride)
    out = []
    for number, w in enumerate(windows):
        hidden = model.words(torch.tensor([w.ids]), torch.tensor([w.shapes]), torch.tensor([w.first]))[0]
        # each cue is judged in the window where it is most central: between the middles of the overlaps
        low = (w.start + windows[number - 1].end) / 2 if number else 0
        high = (windows[number + 1].start + w.end) / 2 if number + 1 < len(windows) else w.end
        for first, last in find_cues(model.cue(hidden).log_softmax(-1), threshold):
            if not low <= w.start + first < high:
                continue
            cue = list(range(first, last + 1))
            source, content = best_path(link_scores(model, hidden, [cue])[0])
            spread = lambda spans: {w.start + i for a, b in spans for i in range(a, b + 1)}
            if content:
                out.append({"cue": {w.start + i for i in cue}, "source": spread(source), "content": spread(content)})
    return out


def overlap_half(a, b):
    return len(a & b) * 2 >= len(a | b)


def tune_report(model, tokenizer, articles, size, stride):
    """Linked and exact F1 on words (a little stricter than evaluate/attribution.py: punctuation counts)."""
    linked = exact = predicted = gold = 0
    for article in articles:
        found = attribute(model, tokenizer, article, size, stride)
        truth = [{r: set(a[r]) for r in a} for a in article.attributions]
        used = set()
        for p in found:
            for j, g in enumerate(truth):
                if j not in used and overlap_half(p["content"], g["content"]):
                    used.add(j)
                    linked += bool(p["source"] & g["source"]) or not (p["source"] or g["source"])
                    exact += all(p[r] == g[r] for r in g)
                    break
        predicted += len(found)
        gold += len(truth)
    f1 = lambda n: 2 * n / max(1, predicted + gold)
    return f"linked {f1(linked):.3f} exact {f1(exact):.3f} ({predicted} predicted, {gold} gold)"
