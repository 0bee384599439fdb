"""Train the head for names alone, on the frozen encoder: minutes where whole passes would take hours.

usage: python -m attribution.name_head --encoder DIR --weights model.pt --data POLNEAR --layer DIR --re3d DIR --gum DIR --lgl FILE
         --reports conflict.jsonl --texts DIR [--held 0 --folds 3] --out name.pt
  --held  the fold of documents that is not trained on; the same folds as attribution.adapt's
Each origin has a share of every batch, whatever its size.
"""

import argparse
import os
import random

import torch
import torch.nn as nn
import torch.nn.functional as F

from .articles import held_out, read_articles
from .conflict import fold_of, read_reports
from .encoder import load_encoder
from .model import Attributor
from .named import IGNORED, read_gum, read_lgl, read_re3d, silver_labels
from .windows import damaged, example_windows, lesson, load_tokenizer

SHARES = {"re3d": 96, "gum": 48, "silver": 96, "places": 24}


@torch.no_grad()
def rows_of(model, tokenizer, texts, a, rng):
    """(vectors of words, labels) of the words of some texts whose labels are known, with `rng` as damaged as in training."""
    x, y = [], []
    for article, labels in texts:
        whole = lesson(article, None, labels)
        for each in (damaged(whole, rng) if rng else whole,):
            for window, given in example_windows(tokenizer, each, a.size, a.stride):
                words = model.words(torch.tensor([window.ids]), torch.tensor([window.shapes]), torch.tensor([window.first]))[0]
                known = torch.tensor(given.names[window.start : window.end])
                x.append(words[known != IGNORED])
                y.append(known[known != IGNORED])
    return torch.cat(x), torch.cat(y)


def train_head(head, origins, steps=3000, rate=1e-3):
    torch.manual_seed(1)
    average = {k: v.clone() for k, v in head.state_dict().items()}
    adam = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.01)
    for step in range(steps):
        picked = [(x[i], y[i]) for name, (x, y) in origins.items() for i in [torch.randint(len(y), (SHARES[name],))]]
        for group in adam.param_groups:
            group["lr"] = rate * (1 - step / steps)
        loss = F.cross_entropy(head(F.dropout(torch.cat([x for x, _ in picked]), 0.1)), torch.cat([y for _, y in picked]))
        adam.zero_grad()
        loss.backward()
        adam.step()
        for name, value in head.state_dict().items():
            average[name].lerp_(value, 1 - min(0.99, (1 + step) / (10 + step)))
    head.load_state_dict(average)
    return head.eval()


def main():
    p = argparse.ArgumentParser()
    for name in ("encoder", "weights", "data", "layer", "re3d", "gum", "lgl", "reports", "texts", "out"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--held", type=int)
    p.add_argument("--folds", type=int, default=3)
    p.add_argument("--size", type=int, default=320)
    p.add_argument("--stride", type=int, default=256)
    a = p.parse_args()
    rng = random.Random(1)
    tokenizer = load_tokenizer(os.path.join(a.encoder, "tokenizer.json"))
    model = Attributor(load_encoder(a.encoder)[0])
    weights = torch.load(a.weights, weights_only=True)
    model.load_state_dict({k: v for k, v in weights.items() if not k.startswith("name.")}, strict=False)
    model.eval()
    re3d = read_re3d(a.re3d)
    names = {r.name for r, _ in read_reports(a.reports, a.texts)} | {r.name for r, _ in re3d}
    training, _ = held_out(read_articles(os.path.join(a.data, "train")))
    silver = silver_labels(training, a.layer)
    some = [(t, silver[t.name]) for t in rng.sample(training, 24) if t.name in silver]
    free = [(t, l) for t, l in re3d if a.held is None or fold_of(t.name, names, a.folds) != a.held]
    origins = {"re3d": free, "gum": read_gum(a.gum), "silver": some, "places": rng.sample(read_lgl(a.lgl), 30)}
    origins = {name: rows_of(model, tokenizer, texts, a, rng) for name, texts in origins.items()}
    print({name: len(y) for name, (_, y) in origins.items()}, flush=True)
    head = train_head(model.name, origins)
    torch.save({f"name.{k}": v for k, v in head.state_dict().items()}, a.out)
    if a.held is not None:
        x, y = rows_of(model, tokenizer, [(t, l) for t, l in re3d if fold_of(t.name, names, a.folds) == a.held], a, None)
        said = head(x).argmax(-1)
        for kind, label in (("person", 1), ("organisation", 3), ("place", 5)):
            right = ((said + 1) // 2 == (label + 1) // 2) & ((y + 1) // 2 == (label + 1) // 2)
            found, gold = ((said + 1) // 2 == (label + 1) // 2).sum(), ((y + 1) // 2 == (label + 1) // 2).sum()
            print(f"{kind}: words P {right.sum() / found:.3f} R {right.sum() / gold:.3f}")


if __name__ == "__main__":
    main()
