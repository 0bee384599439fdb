"""Fine-tune the whole encoder to tell acts of attributions, and write what it says of those of PolNeAR train.

usage: python -m attribution.act_teacher --encoder DIR --listed LISTED.json --train POLNEAR/train --out teacher.npz
         [--labels speakers.jsonl --texts DIR …] [--unlabelled 6500]
Too slow to ship; attribution.act_student learns from it. Reads "source [SEP] cue [SEP] content", sees no labels but those of
acts.jsonl; sets of labels are only measured.
"""

import argparse
import json
import os
import random

import numpy as np
import torch
import torch.nn as nn
from tokenizers import Tokenizer

from .act_labels import ACTS, labelled, polnear_train, score, soft
from .encoder import load_encoder

CLS, SEP = 101, 102
BATCH = 32


class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder, _ = load_encoder(folder)
        size = self.encoder.hidden
        self.part = nn.Embedding(3, size)  # source, cue, content
        nn.init.zeros_(self.part.weight)
        self.listed = nn.Embedding(len(ACTS) + 1, 48)
        self.head = nn.Sequential(nn.Linear(3 * size + 48, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(ACTS)))

    def forward(self, ids, parts, mask, listed):
        hidden = self.encoder(ids, self.part(parts), mask)
        mean = lambda which: (hidden * which[..., None]).sum(1) / which.sum(1, keepdim=True).clamp(min=1)
        seen = (hidden[:, 0], mean(mask * (parts == 1)), mean(mask * (parts == 2)), self.listed(listed))
        return self.head(torch.cat(seen, -1))


def pieces(one, tokenizer):
    read = lambda spans: tokenizer.encode(" ".join(" ".join(one.text[s:e] for s, e in spans).split()), add_special_tokens=False).ids
    source, cue, content = read(one.source)[:10], read(one.cue)[:12], read(one.content)
    if len(content) > 56:
        content = content[:44] + content[-12:]
    ids = [CLS, *source, SEP, *cue, SEP, *content, SEP]
    parts = [0] * (len(source) + 2) + [1] * (len(cue) + 1) + [2] * (len(content) + 1)
    return ids, parts, len(ACTS) if one.listed[0] is None else one.listed[0]


def batch(items):
    length = max(len(ids) for ids, _, _ in items)
    pad = lambda row: row + [0] * (length - len(row))
    ids, parts, listed = zip(*items)
    mask = torch.tensor([pad([True] * len(row)) for row in ids]).bool()
    return torch.tensor([pad(x) for x in ids]), torch.tensor([pad(x) for x in parts]), mask, torch.tensor(listed)


@torch.no_grad()
def shares(model, items):
    model.eval()
    out = torch.zeros(len(items), len(ACTS))
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]))
    with torch.autocast("cpu", torch.bfloat16):
        for k in range(0, len(order), 64):
            out[order[k : k + 64]] = model(*batch([items[i] for i in order[k : k + 64]])).float().softmax(-1)
    return out


def by_length(items, size, rng):
    """Chunks of the items' numbers, of so many each, that are of about one length; in no order."""
    order = rng.sample(range(len(items)), len(items))
    runs = [sorted(order[k : k + 16 * size], key=lambda i: len(items[i][0])) for k in range(0, len(order), 16 * size)]
    return [run[k : k + size] for run in runs for k in range(0, len(run), size)]


def learn(model, adam, items, goals, chunk):
    """One step on a chunk; its loss."""
    with torch.autocast("cpu", torch.bfloat16):
        said = model(*batch([items[i] for i in chunk])).float()
    loss = -(said.log_softmax(-1) * goals[chunk]).sum(-1).mean()
    adam.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    adam.step()
    return loss.item()


def train(model, items, goals, epochs, rate):
    rng = random.Random(1)
    for name, weight in model.encoder.named_parameters():
        weight.requires_grad = name.startswith("layers.") and not name.startswith("layers.0.")
    body = [w for w in model.encoder.parameters() if w.requires_grad]
    head = [w for part in (model.part, model.listed, model.head) for w in part.parameters()]
    rates = (rate, 1e-3)
    adam = torch.optim.AdamW([{"params": body}, {"params": head}], lr=rate, weight_decay=0.01)
    steps, step = epochs * (len(items) // BATCH), 0
    for _ in range(epochs):
        model.train()
        chunks = by_length(items, BATCH, rng)
        for chunk in rng.sample(chunks, len(chunks)):
            for group, top in zip(adam.param_groups, rates):
                group["lr"] = top * min(1, (step + 1) / 30) * max(0.02, 1 - step / steps)
            learn(model, adam, items, goals, chunk)
            step += 1


def main():
    p = argparse.ArgumentParser()
    for name in ("encoder", "listed", "train", "out"):
        p.add_argument(f"--{name}", required=True)
    for name in ("labels", "texts"):
        p.add_argument(f"--{name}", action="append", default=[])
    p.add_argument("--unlabelled", type=int, default=6500)
    p.add_argument("--epochs", type=int, default=3)
    p.add_argument("--rate", type=float, default=2e-4)
    a = p.parse_args()
    torch.manual_seed(1)
    with open(a.listed, encoding="utf8") as file:
        listed = json.load(file)
    tokenizer = Tokenizer.from_file(os.path.join(a.encoder, "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    all_of = polnear_train(a.train, listed)
    known = [n for n, one in enumerate(all_of) if one.acts]
    model = Teacher(a.encoder)
    goals = torch.tensor([soft(all_of[n].acts, rest=0.03) for n in known])
    train(model, [pieces(all_of[n], tokenizer) for n in known], goals, a.epochs, a.rate)
    for path, folder in zip(a.labels, a.texts):
        each = labelled(path, folder, listed)
        said = shares(model, [pieces(one, tokenizer) for one in each]).argmax(-1).tolist()
        print(os.path.basename(path), "accepted %.3f macro F1 %.3f" % score(said, [one.acts for one in each]), flush=True)
    rest = [n for n, one in enumerate(all_of) if not one.acts]
    chosen = known + random.Random(5).sample(rest, min(a.unlabelled, len(rest)))
    np.savez(a.out, ids=np.array(chosen), shares=shares(model, [pieces(all_of[n], tokenizer) for n in chosen]).numpy())


if __name__ == "__main__":
    main()
