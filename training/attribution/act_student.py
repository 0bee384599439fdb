"""Train the small network that tells acts (src/attribute/act-scores.ts) and write its weights.

usage: python -m attribution.act_student --encoder DIR --listed LISTED.json --train POLNEAR/train --words ../data/en/word-counts.tsv
         [--teacher teacher.npz] [--labels FILE --texts DIR …] [--learn FILE …] [--folds 5] [--out acts.json] [--fixtures acts.jsonl]
  --labels   sets (speakers.jsonl, conflict.jsonl) to measure on
  --learn    those of them that are learned from too: measured by folds over articles, each by a network that did not see it
  --teacher  what attribution.act_teacher says of attributions of PolNeAR train
Reads words, not the encoder: vectors begin as those of the encoder's word pieces in a few dimensions and stay near them, so
that words not seen keep company with those seen; names are read as names, not by who they are.
"""

import argparse
import base64
import json
import os
import re

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from .act_labels import ACTS, labelled, polnear_train, score, soft

TOKEN = re.compile(r"\w+|[^\w\s]")
KINDS = ["<pad>", "<start>", "<end>", "<name>", "<number>", "<ing>", "<ed>", "<ly>", "<s>", "<other>", "<gap>"]
QUOTES = set("\"“”‘’'`")
CONTENT, TAIL, CUE, SOURCE = 40, 8, 8, 4  # most words read of each
SIZE, FLAGS = 32, 6


class Words:
    def __init__(self, path):
        with open(path, encoding="utf8") as file:
            self.words = [line.split("\t")[0] for line in file][2:]  # after the header and the count of articles
        self.rows = {w: n + len(KINDS) for n, w in enumerate(self.words)}

    def row(self, word):
        word = word.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
        if word in self.rows:
            return self.rows[word]
        if word[:1].isdigit():
            return KINDS.index("<number>")
        for ending in ("ing", "ed", "ly", "s"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return KINDS.index(f"<{ending}>")
        return KINDS.index("<other>")

    def read(self, text, names=True, first=True):
        """Rows of the words; a word with a capital that does not begin a sentence is a name."""
        out = []
        for m in TOKEN.finditer(text):
            word = m.group()
            is_name = names and not first and word[:1].isupper() and len(word) > 1
            out.append(KINDS.index("<name>") if is_name else self.row(word))
            first = word in QUOTES or word in ".!?:"
        return out


def encode(one, words):
    """(rows of content, of cue, of source, flags and what the list says): what the network sees."""
    content = []
    for n, (s, e) in enumerate(one.content):
        content += ([KINDS.index("<gap>")] if n else []) + words.read(one.text[s:e])
    if len(content) > CONTENT:
        content = [*content[: CONTENT - TAIL - 1], KINDS.index("<gap>"), *content[-TAIL:]]
    content = [KINDS.index("<start>"), *content, KINDS.index("<end>")]
    cue = [row for s, e in one.cue for row in words.read(one.text[s:e], names=False)][:CUE]
    source = [row for s, e in one.source for row in words.read(one.text[s:e], first=False)][-SOURCE:]
    said = " ".join(one.text[s:e] for s, e in one.content)
    flags = ["?" in said, bool(re.match(r"\s*[\"“‘']", said)), bool(re.search(r"[\"“”]|''", said)), not source,
             one.content[0][0] < one.cue[0][0], min(1.0, len(content) / CONTENT)]  # fmt: skip
    act, negated = one.listed
    return content, cue, source, [float(x) for x in [*flags, *(act == n for n in range(len(ACTS))), act is None, negated]]


def rows(lists, least):
    length = max(least, *map(len, lists))
    return torch.tensor([x + [0] * (length - len(x)) for x in lists])


def batch(items):
    content, cue, source, flags = zip(*items)
    return rows(content, 3), rows(cue, CUE), rows(source, 1), torch.tensor(flags)


class Student(nn.Module):
    def __init__(self, vectors, filters=128, cue_filters=48, hidden=128):
        super().__init__()
        size, acts = vectors.shape[1], len(ACTS)
        self.begun = vectors
        self.vectors = nn.Embedding.from_pretrained(vectors.clone(), freeze=False, padding_idx=0)
        self.content = nn.Conv1d(size, filters, 3, padding=1)
        self.cue = nn.Conv1d(size, cue_filters, 2, padding=1)
        self.drop = nn.Dropout(0.25)
        self.hidden = nn.Linear(2 * filters + cue_filters + 2 * size + FLAGS + acts + 2, hidden)
        self.acts = nn.Linear(hidden, acts)
        self.listed = nn.Linear(acts + 2, acts, bias=False)
        nn.init.zeros_(self.listed.weight)
        self.listed.weight.data[:, :acts] = 2 * torch.eye(acts)

    def forward(self, content, cue, source, flags):
        look = lambda x: self.drop(self.vectors(x))
        mean = lambda x, ids: (x * (ids > 0)[..., None]).sum(1) / (ids > 0).sum(1, keepdim=True).clamp(min=1)
        there = (content > 0)[:, None].float()
        found = F.relu(self.content(look(content).transpose(1, 2))) * there
        cues = look(cue)
        found_cue = F.relu(self.cue(cues.transpose(1, 2))).max(2)[0]
        seen = (found.max(2)[0], found.sum(2) / there.sum(2), found_cue, mean(cues, cue), mean(look(source), source), flags)
        return self.acts(self.drop(F.relu(self.hidden(self.drop(torch.cat(seen, -1)))))) + self.listed(flags[:, FLAGS:])


def first_vectors(encoder, words):
    """The encoder's vectors of the pieces of each word, in their first principal directions."""
    from safetensors.torch import load_file
    from tokenizers import Tokenizer

    weights = load_file(os.path.join(encoder, "model.safetensors"))
    pieces = next(v for k, v in weights.items() if k.endswith("word_embeddings.weight")).float()
    tokenizer = Tokenizer.from_file(os.path.join(encoder, "tokenizer.json"))
    tokenizer.no_padding()
    ids = [tokenizer.encode(w, add_special_tokens=False).ids or [100] for w in words.words]
    full = torch.stack([pieces[torch.tensor(i)].mean(0) for i in ids])
    full = full - full.mean(0)
    short = full @ torch.linalg.svd(full, full_matrices=False)[2][:SIZE].T
    torch.manual_seed(1)
    out = torch.cat((torch.randn(len(KINDS), SIZE) * 0.3, short / short.std() * 0.3))
    out[0] = 0
    return out


def train(items, goals, vectors, steps, rate=2e-3):
    torch.manual_seed(1)
    model = Student(vectors).train()
    adam = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    for step in range(steps):
        pick = torch.randint(len(items), (64,))
        for group in adam.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 100) * (1 - step / steps)
        content, *rest = batch([items[i] for i in pick.tolist()])
        loss = -(model(content, *rest).log_softmax(-1) * goals[pick]).sum(-1).mean()
        ids = torch.unique(content)
        loss = loss + 0.02 * ((model.vectors.weight[ids] - model.begun[ids]) ** 2).sum(-1).mean()
        adam.zero_grad()
        loss.backward()
        adam.step()
    return model.eval()


@torch.no_grad()
def said(model, items, of):
    """Acts of attributions; a negated cue is the list's alone."""
    best = torch.cat([model(*batch(items[k : k + 256])) for k in range(0, len(items), 256)]).argmax(-1).tolist()
    return [one.listed[0] if one.listed[1] else act for one, act in zip(of, best)]


def whole(matrix, per_row=True):
    """A matrix in whole numbers of one byte."""
    matrix = matrix.detach().numpy()
    scales = np.abs(matrix).max(1 if per_row else None, keepdims=True).reshape(-1, 1) / 127 + 1e-12
    values = np.round(matrix / scales).astype(np.int8)
    return {"rows": matrix.shape[0], "columns": matrix.shape[1], "scales": [float(f"{s:.6g}") for s in scales[:, 0]],
            "values": base64.b64encode(values.tobytes()).decode()}  # fmt: skip


def unwhole(written):
    values = np.frombuffer(base64.b64decode(written["values"]), np.int8).reshape(written["rows"], written["columns"])
    return torch.tensor(values * np.array(written["scales"], dtype=np.float32).reshape(-1, 1))


def written(model, words):
    """The weights as src/lexicon/act-weights.ts reads them: filters with their constants last, no row for padding."""
    filters = lambda conv: torch.cat((conv.weight.transpose(1, 2).flatten(1), conv.bias[:, None]), 1)
    linear = lambda layer: torch.cat((layer.weight, layer.bias[:, None]), 1)
    return {
        "words": [*KINDS[1:], *words.words],
        "vectors": whole(model.vectors.weight[1:], per_row=False), "content": whole(filters(model.content)),
        "cue": whole(filters(model.cue)), "hidden": whole(linear(model.hidden)), "acts": whole(linear(model.acts)),
        "listed": whole(model.listed.weight),
    }  # fmt: skip


def as_read(model, weights):
    """Put the weights back as they are read, so that fixtures hold what src/ must give."""
    size = model.vectors.weight.shape[1]
    model.vectors.weight.data[1:] = unwhole(weights["vectors"])
    for conv, name, width in ((model.content, "content", 3), (model.cue, "cue", 2)):
        matrix = unwhole(weights[name])
        conv.weight.data = matrix[:, :-1].reshape(-1, width, size).transpose(1, 2).contiguous()
        conv.bias.data = matrix[:, -1].contiguous()
    for layer, name in ((model.hidden, "hidden"), (model.acts, "acts")):
        matrix = unwhole(weights[name])
        layer.weight.data, layer.bias.data = matrix[:, :-1].contiguous(), matrix[:, -1].contiguous()
    model.listed.weight.data = unwhole(weights["listed"])
    return model


def main():
    p = argparse.ArgumentParser()
    for name in ("encoder", "listed", "train", "words"):
        p.add_argument(f"--{name}", required=True)
    for name in ("teacher", "out", "fixtures"):
        p.add_argument(f"--{name}")
    for name in ("labels", "texts", "learn"):
        p.add_argument(f"--{name}", action="append", default=[])
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--steps", type=int, default=4500)
    a = p.parse_args()
    torch.set_num_threads(1)
    with open(a.listed, encoding="utf8") as file:
        listed = json.load(file)
    words = Words(a.words)
    vectors = first_vectors(a.encoder, words)
    silver = {}
    if a.teacher:
        with np.load(a.teacher) as file:
            silver = dict(zip(file["ids"].tolist(), torch.tensor(file["shares"])))
    base, goals = [], []
    for number, one in enumerate(polnear_train(a.train, listed)):
        hard, shares = torch.tensor(soft(one.acts)) if one.acts else None, silver.get(number)
        if hard is not None or shares is not None:
            base.append(encode(one, words))
            goals.append(shares if hard is None else hard if shares is None else 0.4 * hard + 0.6 * shares)
    print(len(base), "of PolNeAR train", flush=True)
    sets = [labelled(*each, listed) for each in zip(a.labels, a.texts)]
    all_of = [one for each in sets for one in each]
    items = [encode(one, words) for one in all_of]
    own = [torch.tensor(soft(one.acts)) for one in all_of]

    def fit(keep):
        return train(base + [items[i] for i in keep], torch.stack(goals + [own[i] for i in keep]), vectors, a.steps)

    def report(title, acts):
        at = 0
        for path, each in zip(a.labels, sets):
            part = acts[at : at + len(each)]
            print(title, os.path.basename(path), "accepted %.3f macro F1 %.3f" % score(part, [o.acts for o in each]), flush=True)
            at += len(each)

    report("the list alone", [one.listed[0] or 0 for one in all_of])
    learned = [i for i, path in enumerate(path for path, each in zip(a.labels, sets) for _ in each) if path in a.learn]
    if learned and a.folds > 1:
        acts = said(fit([]), items, all_of)
        report("trained on PolNeAR train alone", acts)
        for fold in range(a.folds):
            held = [i for i in learned if all_of[i].place % a.folds == fold]
            model = fit([i for i in learned if all_of[i].place % a.folds != fold])
            for i, act in zip(held, said(model, [items[i] for i in held], [all_of[i] for i in held])):
                acts[i] = act
        report("with what is learned, by folds", acts)
    if not a.out:
        return
    model = fit(learned)
    report("as written (sets that are learned from are not unseen)", said(model, items, all_of))
    weights = written(model, words)
    with open(a.out, "w", encoding="utf8") as file:
        json.dump(weights, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")
    before = said(model, items, all_of)
    after = said(as_read(model, weights), items, all_of)
    print(os.path.getsize(a.out), "bytes; as written, the same act for", sum(x == y for x, y in zip(before, after)), "of", len(after))
    if a.fixtures:
        from .act_fixtures import write_fixtures

        write_fixtures(a.fixtures, lambda one: model(*batch([encode(one, words)]))[0].tolist())


if __name__ == "__main__":
    main()
