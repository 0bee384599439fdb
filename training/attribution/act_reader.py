"""Shorten the network that tells acts (act_teacher.py) to what can be shipped, and write the folder that src/encode/act-reader.ts reads.

usage: python -m attribution.act_reader --encoder DIR --teacher-weights teacher.pt --listed LISTED.json --train POLNEAR/train
         --teacher teacher.npz --out DIR [--silver FILE.json --shares FILE.npy --silver-listed FILE.json]
         [--labels FILE --texts DIR …] [--learn FILE …] [--layers 0135] [--steps 600] [--seconds 900] [--pieces 12000] [--start act_reader.pt] [--rate 2e-4]
  --silver   attributions that the program found elsewhere: [{text, source, cue, content}], the teacher's shares of acts beside them
  --learn    sets of labels of which every second article is learned from; the others stay unseen
  --whole    sets of labels that are learned from whole
  --start    weights of an earlier run, with the same pieces and layers, to go on from
Some of the six layers are taken out, the commonest word pieces are kept, and what is left learns from the teacher.
writes model.onnx (int8), vocab.txt, manifest.json
"""

import argparse
import collections
import hashlib
import json
import os
import random
import tempfile
import time

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from .act_labels import ACTS, Reported, labelled, lookup, polnear_train, score, soft
from .act_teacher import Teacher, by_length, learn, shares
from .export import fuse

MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
CLS, SEP = 2, 3
SOURCE, CUE, CONTENT, TAIL = 10, 12, 56, 12  # most pieces of each; of content its beginning and its last few
LONGEST = SOURCE + CUE + CONTENT + 4


def commonest(tokenizer, texts, count):
    """The marks, every piece of one character, and the commonest others, in the order of the whole vocabulary."""
    counts = collections.Counter()
    for found in tokenizer.encode_batch(texts, add_special_tokens=False):
        counts.update(found.tokens)
    whole = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    letters = {p for p, _ in whole if len(p.removeprefix("##")) == 1 and p.isascii()}
    kept = letters | {p for p, _ in counts.most_common(count)}
    return MARKS + [p for p, _ in whole if p in kept and p not in MARKS]


def narrowed(tokenizer, words):
    """The same tokenizer with fewer pieces: a word whose piece is gone is cut further."""
    written = json.loads(tokenizer.to_str())
    rows = {p: n for n, p in enumerate(words)}
    written["model"]["vocab"] = rows
    written["added_tokens"] = [a | {"id": rows[a["content"]]} for a in written["added_tokens"] if a["content"] in rows]
    written["post_processor"] = None
    return Tokenizer.from_str(json.dumps(written))


def pieces(one, tokenizer):
    read = lambda spans: tokenizer.encode(" ".join(" ".join(one.text[s:e] for s, e in spans).split()), add_special_tokens=False).ids
    source, cue, content = read(one.source)[:SOURCE], read(one.cue)[:CUE], read(one.content)
    if len(content) > CONTENT:
        content = content[: CONTENT - TAIL] + content[-TAIL:]
    ids = [CLS, *source, SEP, *cue, SEP, *content, SEP]
    parts = [0] * (len(source) + 2) + [1] * (len(cue) + 1) + [2] * (len(content) + 1)
    return ids, parts, len(ACTS) if one.listed[0] is None else one.listed[0]


def train(model, items, goals, steps, seconds, rate=2e-4, size=32):
    """Steps, or as many as there is time for: the rate falls to nothing either way."""
    rng, begun = random.Random(1), time.time()
    model.encoder.requires_grad_(False)
    model.encoder.layers.requires_grad_(True)
    adam = torch.optim.AdamW([w for w in model.parameters() if w.requires_grad], lr=rate, weight_decay=0.01)
    model.train()
    chunks, step = [], 0
    while True:
        done = max(step / steps, (time.time() - begun) / seconds)
        if done >= 1:
            break
        if not chunks:
            chunks = by_length(items, size, rng)
            rng.shuffle(chunks)
        chunk = chunks.pop()
        for group in adam.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 20) * (1 - done)
        loss = learn(model, adam, items, goals, chunk)
        step += 1
        if step % 50 == 0:
            print(f"step {step}: {loss:.3f}, {time.time() - begun:.0f} s", flush=True)
    return model.eval()


class Exported(nn.Module):
    """One attribution a call: ids, parts [1, pieces], listed [1] -> acts [1, 23], raw."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, ids, parts, listed):
        return self.model(ids, parts, torch.ones_like(ids).bool(), listed)


def export(model, words, folder):
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, "model.onnx")
    example = (torch.ones(1, 9, dtype=torch.long), torch.tensor([[0, 0, 0, 1, 1, 2, 2, 2, 2]]), torch.zeros(1, dtype=torch.long))
    with tempfile.TemporaryDirectory() as scratch:
        whole = os.path.join(scratch, "whole.onnx")
        torch.onnx.export(Exported(model), example, whole, input_names=["ids", "parts", "listed"], output_names=["acts"],
                          dynamic_axes={name: {1: "pieces"} for name in ("ids", "parts")}, opset_version=17, dynamo=False)  # fmt: skip
        fuse(whole, model.encoder.layers[0].heads, model.encoder.hidden)
        quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
                         op_types_to_quantize=["MatMul", "Attention", "Gather"],
                         extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})  # fmt: skip
    onnx.checker.check_model(target)
    with open(os.path.join(folder, "vocab.txt"), "w", encoding="utf8") as file:
        file.write("\n".join(words) + "\n")
    with open(target, "rb") as file:
        data = file.read()
    manifest = {"name": "acts", "version": 1, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}  # what it learned from and its scores are added by hand
    with open(os.path.join(folder, "manifest.json"), "w", encoding="utf8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")
    return target


def main():
    p = argparse.ArgumentParser()
    for name in ("encoder", "teacher-weights", "listed", "train", "teacher", "out"):
        p.add_argument(f"--{name}", required=True)
    for name in ("silver", "shares", "silver-listed"):
        p.add_argument(f"--{name}")
    for name in ("labels", "texts", "learn", "whole"):
        p.add_argument(f"--{name}", action="append", default=[])
    p.add_argument("--start")
    p.add_argument("--start-words", help="the vocab.txt of that run")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--times", type=int, default=2, help="how often a label of --learn and --whole counts")
    p.add_argument("--layers", default="0135")
    p.add_argument("--steps", type=int, default=600)
    p.add_argument("--seconds", type=float, default=900)
    p.add_argument("--pieces", type=int, default=12000)
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    load = lambda path: json.load(open(path, encoding="utf8"))
    listed = load(a.listed)
    tokenizer = Tokenizer.from_file(os.path.join(a.encoder, "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with np.load(a.teacher) as file:
        of = dict(zip(file["ids"].tolist(), torch.tensor(file["shares"])))
    base, goals = [], []
    for number, one in enumerate(polnear_train(a.train, listed)):
        hard, easy = torch.tensor(soft(one.acts)) if one.acts else None, of.get(number)
        if hard is not None or easy is not None:
            base.append(one)
            goals.append(easy if hard is None else hard if easy is None else 0.4 * hard + 0.6 * easy)
    if a.silver:
        found = load(a.silver_listed)
        base += [Reported(r["text"], r["source"], r["cue"], r["content"], (), lookup(found, r["text"], r["cue"]), 0) for r in load(a.silver)]
        goals += list(torch.tensor(np.load(a.shares)))
    sets = {path: labelled(path, folder, listed) for path, folder in zip(a.labels, a.texts)}
    for path in a.learn + a.whole:
        known = [one for one in sets[path] if one.place % 2 or path in a.whole]
        sets[path] = [one for one in sets[path] if not one.place % 2 or path in a.whole]
        base += a.times * known
        goals += a.times * [torch.tensor(soft(one.acts)) for one in known]
    texts = [one.text[one.content[0][0] : one.content[-1][1]] for one in base]
    words = open(a.start_words, encoding="utf8").read().split() if a.start else commonest(tokenizer, texts, a.pieces)
    short = narrowed(tokenizer, words)
    model = Teacher(a.encoder)
    model.load_state_dict(torch.load(a.teacher_weights, weights_only=True))
    rows = tokenizer.get_vocab()
    model.encoder.words = nn.Embedding.from_pretrained(model.encoder.words.weight[[rows[p] for p in words]].detach().clone())
    model.encoder.positions = nn.Embedding.from_pretrained(model.encoder.positions.weight[:LONGEST].detach().clone())
    model.encoder.layers = nn.ModuleList(model.encoder.layers[int(n)] for n in a.layers)
    if a.start:
        model.load_state_dict(torch.load(a.start, weights_only=True))
    print(len(base), "attributions,", len(words), "pieces", flush=True)

    def report(title):
        for path, each in sets.items():
            said = shares(model, [pieces(one, short) for one in each]).argmax(-1).tolist()
            said = [one.listed[0] if one.listed[1] else act for one, act in zip(each, said)]
            print(title, os.path.basename(path), len(each), "accepted %.3f macro F1 %.3f" % score(said, [o.acts for o in each]), flush=True)

    report("begun with")
    train(model, [pieces(one, short) for one in base], torch.stack(goals), a.steps, a.seconds, a.rate)
    report("shortened")
    export(model, words, a.out)
    torch.save(model.state_dict(), os.path.join(a.out, "..", "act_reader.pt"))


if __name__ == "__main__":
    main()
