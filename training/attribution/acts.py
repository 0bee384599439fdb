"""Train the head for acts on a frozen encoder, and measure it by folds over articles, with and without the list of cues.

usage: python -m attribution.acts --encoder DIR --weights model.pt --listed LISTED.json --out acts.pt
         --labels speakers.jsonl --texts DIR [--labels conflict.jsonl --texts DIR …]
  --listed  {"words of a cue": act that the list of cues gives it, null when it is not listed}, negation counted
A label is the first act, with a share for the second where a careful reader would take that as well. Prints, for each
set: accepted (either act) and macro F1 over acts with ten or more, of the list, the head, and both together.
"""

import argparse
import json
import os
import random
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from .articles import Article, ROLES, covered, words_of
from .encoder import load_encoder
from .model import ACTS, Attributor
from .windows import cut, lesson, load_tokenizer, to_pieces

NAMES = (
    "assert confirm agree deny doubt admit accuse criticise praise support oppose promise intend threaten warn demand urge ask "
    "estimate predict believe decline show"
).split()
LONGEST_CUE = 6


def labelled(path, folder):
    """[(Article, [(words of the cue, cue as printed, acts)])] of a file of labels."""
    out = []
    with open(path, encoding="utf8") as file:
        for row in map(json.loads, file):
            with open(os.path.join(folder, row.get("file") or row["article"]), encoding="utf8", newline="") as text_file:
                text = text_file.read()
            words, found = words_of(text), []
            for a in row["attributions"]:
                spans = {r: [a[r]] if a[r] and isinstance(a[r][0], int) else a[r] or [] for r in ROLES}
                acts = a["act"] if isinstance(a["act"], list) else [a["act"]]
                acts = [NAMES.index(x) for x in [*acts, a.get("act2")] if x in NAMES]
                cue = covered(words, spans["cue"])
                if cue and acts:
                    found.append((cue, " ".join(text[s:e] for s, e in spans["cue"]), acts))
            out.append((Article(row.get("file") or row["article"], text, words, []), found))
    return out


@torch.no_grad()
def rows_of(model, tokenizer, article, found, size, stride):
    """For each labelled cue what the head sees of each of its words [LONGEST_CUE, 3 * hidden], and which rows count."""
    given = lesson(article)
    windows = cut(to_pieces(tokenizer, given.words, given.breaks), size, stride)
    hidden = {}
    out = []
    for cue, _, _ in found:
        best = max((w for w in windows if w.start <= cue[0] < w.end), key=lambda w: min(cue[0] - w.start, w.end - cue[0]))
        if best.start not in hidden:
            words = model.words(torch.tensor([best.ids]), torch.tensor([best.shapes]), torch.tensor([best.first]))[0]
            hidden[best.start] = words, *model.project(words)
        words, heads, tails = hidden[best.start]
        at = torch.tensor([i - best.start for i in cue if i < best.end][:LONGEST_CUE])
        seen = model.act_input(words, words[at], model.links(heads[at], tails, at))
        row = torch.zeros(LONGEST_CUE, seen.shape[1])
        row[: len(at)] = seen
        out.append((row, torch.arange(LONGEST_CUE) < len(at)))
    return out


def head_scores(head, rows, mask):
    """Raw acts of cues: the mean over a cue's words."""
    each = head(rows) * mask[..., None]
    return each.sum(1) / mask.sum(1, keepdim=True)


def soft(acts, first=0.7):
    out = torch.full((ACTS,), 0.05 / ACTS)
    for n, act in enumerate(acts[:2]):
        out[act] += 0.95 * (1 if len(acts) == 1 else first if n == 0 else 1 - first)
    return out


def train_head(make, data, passes=40, rate=1e-3):
    torch.manual_seed(1)
    head = make()
    rows, mask, goal = (torch.stack(x) for x in zip(*((r, m, soft(acts)) for r, m, acts in data)))
    # rare acts count more, by the square root of how rare they are
    count = Counter(acts[0] for _, _, acts in data)
    weight = torch.tensor([min(5.0, (len(data) / ACTS / count[acts[0]]) ** 0.5) for _, _, acts in data])
    adam = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.02)
    steps, batch = passes * len(data) // 64, 64
    for step in range(steps):
        pick = torch.randint(len(data), (batch,))
        for group in adam.param_groups:
            group["lr"] = rate * (1 - step / steps)
        loss = -(F.log_softmax(head_scores(head, rows[pick], mask[pick]), -1) * goal[pick]).sum(-1) * weight[pick]
        adam.zero_grad()
        loss.mean().backward()
        adam.step()
    return head.eval()


def score(said, acts):
    """(accepted, macro F1 over the first acts that occur ten times or more)."""
    tp, fp, fn = Counter(), Counter(), Counter()
    for s, gold in zip(said, acts):
        if s in gold:
            tp[s] += 1
        else:
            fp[s] += 1
            fn[gold[0]] += 1
    often = [a for a, n in Counter(g[0] for g in acts).items() if n >= 10]
    f1 = [2 * tp[a] / max(1, 2 * tp[a] + fp[a] + fn[a]) for a in often]
    return sum(tp.values()) / len(acts), sum(f1) / len(f1)


def main():
    p = argparse.ArgumentParser()
    for name in ("encoder", "weights", "listed", "out"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--labels", action="append", required=True)
    p.add_argument("--texts", action="append", required=True)
    p.add_argument("--size", type=int, default=320)
    p.add_argument("--stride", type=int, default=256)
    a = p.parse_args()
    with open(a.listed, encoding="utf8") as file:
        listed = json.load(file)
    tokenizer = load_tokenizer(os.path.join(a.encoder, "tokenizer.json"))
    encoder, _ = load_encoder(a.encoder)
    model = Attributor(encoder)
    weights = torch.load(a.weights, weights_only=True)
    model.load_state_dict({k: v for k, v in weights.items() if not k.startswith(("act.", "name."))}, strict=False)
    model.eval()
    make = lambda: Attributor(encoder).act
    data, sets, folds, by_list = [], [], [], []
    for number, (path, folder) in enumerate(zip(a.labels, a.texts)):
        for place, (article, found) in enumerate(labelled(path, folder)):
            for (row, mask), (_, cue, acts) in zip(rows_of(model, tokenizer, article, found, a.size, a.stride), found):
                data.append((row, mask, acts))
                sets.append(number)
                folds.append(place % 5)
                by_list.append(NAMES.index(listed[cue]) if listed.get(cue) else -1)
    sets, folds, by_list = np.array(sets), np.array(folds), np.array(by_list)
    print(len(data), "labels", flush=True)
    logs = torch.zeros(len(data), ACTS)
    for fold in range(5):
        head = train_head(make, [d for d, f in zip(data, folds) if f != fold])
        held = np.nonzero(folds == fold)[0]
        with torch.no_grad():
            out = head_scores(head, torch.stack([data[i][0] for i in held]), torch.stack([data[i][1] for i in held]))
        logs[torch.from_numpy(held)] = out.log_softmax(-1)
    prior = torch.zeros(len(data), ACTS)
    for i, act in enumerate(by_list):
        prior[i, act] = float(act >= 0)
    for number, path in enumerate(a.labels):
        mine = np.nonzero(sets == number)[0]
        acts = [data[i][2] for i in mine]
        print(os.path.basename(path), len(mine), "list %.3f %.3f" % score([max(by_list[i], 0) for i in mine], acts))
        for weight in (0, 0.5, 1, 1.5, 2, 3, 4):
            said = (logs + weight * prior)[torch.from_numpy(mine)].argmax(-1).tolist()
            print("  head with the list at %.1f: accepted %.3f macro F1 %.3f" % (weight, *score(said, acts)))
    torch.save({f"act.{k}": v for k, v in train_head(make, data).state_dict().items()}, a.out)


if __name__ == "__main__":
    main()
