"""A short second training: reports of conflicts, nested attributions and all, mixed with what the model was trained on.

usage: python -m attribution.adapt --encoder DIR --data POLNEAR --weights model.pt --reports conflict.jsonl --texts DIR
         --re3d DIR --out OUT.pt [--held 0 --folds 3] [--inner FILE --layer DIR] [--steps 200 --rate 5e-5]
  --held  the fold of documents that is not trained on, to measure on; without it all are
A batch is two windows of reports, two of the older articles, and one of names.
"""

import argparse
import os
import random
import time

import torch

from .articles import held_out, read_articles
from .conflict import lessons_of, read_reports
from .encoder import load_encoder
from .model import Attributor
from .named import read_re3d
from .nesting import carriers
from .train import lessons_of as older_lessons
from .train import loss_of, optimiser
from .windows import example_windows, load_tokenizer


def arguments():
    p = argparse.ArgumentParser()
    for name in ("encoder", "data", "weights", "reports", "texts", "re3d", "out"):
        p.add_argument(f"--{name}", required=True)
    for name in ("inner", "layer"):
        p.add_argument(f"--{name}")
    p.add_argument("--held", type=int)
    p.add_argument("--folds", type=int, default=3)
    p.add_argument("--steps", type=int, default=200)
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--head-rate", type=float, default=2e-4)
    p.add_argument("--average", type=float, default=0.98)
    p.add_argument("--size", type=int, default=320)
    p.add_argument("--stride", type=int, default=256)
    p.add_argument("--threads", type=int, default=2)
    p.set_defaults(gum=None, lgl=None)
    return p.parse_args()


def endless(lessons, tokenizer, a, rng, around=()):
    """Windows of some lessons for ever, in a new order, at new phases and damaged anew each time round."""
    while True:
        windows = [x for each in lessons for x in example_windows(tokenizer, each, a.size, a.stride, rng, around)]
        rng.shuffle(windows)
        yield from windows


def main():
    a = arguments()
    torch.manual_seed(1)
    torch.set_num_threads(a.threads)
    rng, began = random.Random(1), time.time()
    tokenizer = load_tokenizer(os.path.join(a.encoder, "tokenizer.json"))
    model = Attributor(load_encoder(a.encoder)[0])
    weights = torch.load(a.weights, weights_only=True)
    model.load_state_dict({k: v for k, v in weights.items() if not k.startswith(("act.", "name."))}, strict=False)
    training, _ = held_out(read_articles(os.path.join(a.data, "train")))
    reports, named = lessons_of(read_reports(a.reports, a.texts), read_re3d(a.re3d), a.held, a.folds)
    older, _ = older_lessons(a, training)
    print(len(reports), "reports,", len(named), "texts of names", flush=True)
    streams = [
        (2, endless(reports, tokenizer, a, rng)),
        (2, endless(rng.sample(older, 200), tokenizer, a, rng, carriers(training))),
        (1, endless(named, tokenizer, a, rng)),
    ]
    adam, total = optimiser(model, a), 0.0
    base = [g["lr"] for g in adam.param_groups]
    average = {k: v.clone() for k, v in model.state_dict().items()}
    model.train()
    for step in range(a.steps):
        for group, full in zip(adam.param_groups, base):
            group["lr"] = full * min(1, (step + 1) / 15) * max(0.02, 1 - step / a.steps)
        loss = loss_of(model, [next(stream) for count, stream in streams for _ in range(count)], bf16=True)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        total += loss.item()
        with torch.no_grad():
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 1 - min(a.average, (1 + step) / (10 + step)))
        if step % 25 == 24:
            print(f"step {step + 1} loss {total / 25:.4f} {time.time() - began:.0f}s", flush=True)
            total = 0.0
    torch.save(average, a.out)


if __name__ == "__main__":
    main()
