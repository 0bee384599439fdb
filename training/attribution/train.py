"""Fine-tune an encoder to find cues and to link each to its source and content.

usage: python -m attribution.train --encoder DIR --data POLNEAR --out DIR [--epochs 4 --size 320 --stride 256 ...]
  --encoder  holds config.json, model.safetensors, tokenizer.json (a BERT of any size)
  --data     holds train/, with text/ and attributions/; a tenth of its articles is held out for tuning and never trained on
  --out      gets model.pt (averaged weights) after every epoch, last.pt to resume from, and log.tsv
"""

import argparse
import json
import math
import os
import random
import time
from dataclasses import replace

import torch
import torch.nn.functional as F

from .articles import held_out, read_articles
from .decode import link_scores, tune_report
from .encoder import load_encoder
from .model import Attributor
from .named import IGNORED, read_gum, read_lgl, silver_labels
from .nesting import carriers
from .windows import example_windows, lesson, load_tokenizer


def arguments():
    p = argparse.ArgumentParser()
    for name in ("encoder", "data", "out"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--epochs", type=int, default=4)
    p.add_argument("--size", type=int, default=320)
    p.add_argument("--stride", type=int, default=256)
    p.add_argument("--batch", type=int, default=4)
    p.add_argument("--rate", type=float, default=3e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--average", type=float, default=0.998)
    p.add_argument("--limit", type=int, default=0)
    p.add_argument("--minutes", type=float, default=1e9, help="stop cleanly after so many minutes")
    p.add_argument("--nest", action="store_true", help="carry some sentences by another source: silver nested attributions")
    p.add_argument("--start", help="weights to begin from instead of the bare encoder; heads that they lack begin at random")
    p.add_argument("--inner", help="nested attributions by attribution.silver")
    p.add_argument("--layer", help="folder of the automatic layer that holds names")
    p.add_argument("--gum", help="folder of GUM's news, for names")
    p.add_argument("--lgl", help="lgl.xml, for places")
    p.add_argument("--bf16", action="store_true")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--report-every", type=int, default=1)
    return p.parse_args()


def collate(windows):
    pieces, words = max(len(w.ids) for w in windows), max(len(w.first) for w in windows)
    pad = lambda rows, length: torch.tensor([r + [0] * (length - len(r)) for r in rows])
    ids, shapes = pad([w.ids for w in windows], pieces), pad([w.shapes for w in windows], pieces)
    first = pad([w.first for w in windows], words)
    mask = torch.tensor([[i < len(w.ids) for i in range(pieces)] for w in windows])
    return ids, shapes, first, mask


def targets(window, attributions):
    """Cue tags [words] and, for each attribution whose cue and most of whose content lie inside, (cue, roles, edges)."""
    inside = lambda role: [i - window.start for i in role if window.start <= i < window.end]
    tags, links = torch.zeros(window.end - window.start, dtype=torch.long), []
    for a in attributions:
        cue, content, source = inside(a["cue"]), inside(a["content"]), inside(a["source"])
        for n, i in enumerate(cue):
            tags[i] = 1 if n == 0 else 2
        if not cue or len(cue) < len(a["cue"]) or len(content) < 0.6 * len(a["content"]):
            continue
        roles = torch.zeros(len(tags), dtype=torch.long)
        roles[content] = 2
        roles[source] = 1
        links.append((cue, roles, edges(roles, a, window)))
    return tags, links


def inner_targets(window, lesson):
    """As `targets`, for the attributions within others; words that are not known to be cues or not are ignored."""
    tags, links = targets(window, lesson.inner)
    for i in lesson.unsure:
        if window.start <= i < window.end and tags[i - window.start] == 0:
            tags[i - window.start] = IGNORED
    return tags, links


def edges(roles, attribution, window):
    """[words, 4]: source starts, source ends, content starts, content ends. An edge cut off by the window is none."""
    out = torch.zeros(len(roles), 4)
    for column, role in ((0, 1), (2, 2)):
        marked = (roles == role).tolist()
        whole = set(attribution["source" if role == 1 else "content"])
        for i, on in enumerate(marked):
            if on and not (i > 0 and marked[i - 1]) and window.start + i - 1 not in whole:
                out[i, column] = 1
            if on and not (i + 1 < len(marked) and marked[i + 1]) and window.start + i + 1 not in whole:
                out[i, column + 1] = 1
    return out


def link_loss_of(model, row, links):
    """Summed losses of roles and edges of some cues of one window."""
    scores = link_scores(model, row, [cue for cue, _, _ in links])
    roles, ends = torch.stack([r for _, r, _ in links]), torch.stack([e for _, _, e in links])
    each = F.cross_entropy(scores[..., :3].reshape(-1, 3), roles.reshape(-1), torch.tensor([1.0, 2.0, 1.0]), reduction="none")
    return each.sum() / len(row) + 0.02 * F.binary_cross_entropy_with_logits(scores[..., 3:], ends, reduction="sum")


def known(scores, tags):
    """Cross entropy over the words that are not ignored; 0 when all are."""
    return F.cross_entropy(scores, tags, ignore_index=IGNORED) if (tags != IGNORED).any() else scores.sum() * 0


def loss_of(model, batch, device_type="cpu", bf16=False):
    """Loss of a batch of (Window, Lesson): cues and inner cues, links, names; what a lesson does not know costs nothing."""
    with torch.autocast(device_type, dtype=torch.bfloat16, enabled=bf16):
        words = model.words(*collate([w for w, _ in batch]))
    words = F.dropout(words.float(), 0.1, model.training)
    cue_loss, link_loss, name_loss, cues = 0.0, 0.0, 0.0, 0
    for row, (window, lesson) in zip(words, batch):
        row = row[: window.end - window.start]
        if lesson.outer is not None:
            tags, links = targets(window, lesson.outer)
            inner_tags, inner_links = inner_targets(window, lesson)
            cue_loss = cue_loss + F.cross_entropy(model.cue(row), tags) + known(model.inner(row), inner_tags)
            if links + inner_links:
                link_loss = link_loss + link_loss_of(model, row, links + inner_links)
                cues += len(links + inner_links)
        if lesson.names is not None:
            name_loss = name_loss + known(model.name(row), torch.tensor(lesson.names[window.start : window.end]))
    return cue_loss / len(batch) + link_loss / max(cues, 1) + 0.5 * name_loss / len(batch)


def batches(items, size, rng):
    """Batches of windows of like length, in random order."""
    rng.shuffle(items)
    out = []
    for start in range(0, len(items), size * 20):
        chunk = sorted(items[start : start + size * 20], key=lambda x: len(x[0].ids))
        out += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(out)
    return out


def lessons_of(a, training):
    """What is read every epoch, and the texts of places of which some are."""
    inner, names = {}, {}
    if a.inner:
        with open(a.inner, encoding="utf8") as file:
            inner = {row["name"]: row for row in map(json.loads, file)}
    if a.layer:
        names = silver_labels(training, a.layer)
    named = lambda pairs: [replace(lesson(article, None, labels), outer=None) for article, labels in pairs]
    lessons = [lesson(t, inner.get(t.name), names.get(t.name)) for t in training]
    return lessons + (named(read_gum(a.gum)) if a.gum else []), named(read_lgl(a.lgl)) if a.lgl else []


def optimiser(model, a):
    own = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": list(model.encoder.parameters()), "lr": a.rate}, {"params": own, "lr": a.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def main():
    a = arguments()
    os.makedirs(a.out, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(a.threads)
    rng, began = random.Random(1), time.time()
    training, tuning = held_out(read_articles(os.path.join(a.data, "train")))
    training = training[: a.limit] if a.limit else training
    tokenizer = load_tokenizer(os.path.join(a.encoder, "tokenizer.json"))
    encoder, _ = load_encoder(a.encoder)
    model, epoch, step = Attributor(encoder), 0, 0
    if a.start:
        weights = torch.load(a.start, weights_only=True)
        lacking = model.load_state_dict({k: v for k, v in weights.items() if not k.startswith(("act.", "name."))}, strict=False)
        print("begin at random:", lacking.missing_keys, flush=True)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    adam = optimiser(model, a)
    base = [g["lr"] for g in adam.param_groups]
    last = os.path.join(a.out, "last.pt")
    if os.path.exists(last):
        saved = torch.load(last, weights_only=True)
        model.load_state_dict(saved["model"])
        adam.load_state_dict(saved["adam"])
        average, epoch, step = saved["average"], saved["epoch"], saved["step"]
    around = carriers(training) if a.nest else ()
    lessons, places = lessons_of(a, training)
    cut_up = lambda some: [x for t in some for x in example_windows(tokenizer, t, a.size, a.stride, rng, around)]
    windows = lambda: cut_up(lessons + rng.sample(places, min(len(places), 150)))
    planned = a.epochs * math.ceil(len(windows()) / a.batch)
    print(len(training), "articles,", len(tuning), "held out,", planned, "steps planned", flush=True)
    while epoch < a.epochs:
        model.train()
        total, order = 0.0, batches(windows(), a.batch, rng)
        for n, batch in enumerate(order):
            rate = min(1, (step + 1) / (0.06 * planned)) * max(0.02, (planned - step) / planned)
            for group, full in zip(adam.param_groups, base):
                group["lr"] = full * rate
            loss = loss_of(model, batch, bf16=a.bf16)
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            step += 1
            keep = min(a.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    average[name].lerp_(value, 1 - keep)
            total += loss.item()
            if n % 50 == 0:
                print(f"epoch {epoch} {n}/{len(order)} loss {total / (n + 1):.4f} {time.time() - began:.0f}s", flush=True)
        epoch += 1
        torch.save({"model": model.state_dict(), "adam": adam.state_dict(), "average": average, "epoch": epoch, "step": step}, last)
        torch.save(average, os.path.join(a.out, "model.pt"))
        if epoch % a.report_every == 0:
            averaged = Attributor(load_encoder(a.encoder)[0])
            averaged.load_state_dict(average)
            report = tune_report(averaged.eval(), tokenizer, tuning, a.size, a.stride)
            with open(os.path.join(a.out, "log.tsv"), "a", encoding="utf8") as file:
                file.write(f"{epoch}\t{total / len(order):.4f}\t{time.time() - began:.0f}\t{report}\n")
            print(f"epoch {epoch} loss {total / len(order):.4f} tuning {report}", flush=True)
        if time.time() - began > a.minutes * 60:
            break


if __name__ == "__main__":
    main()
