"""Nested attributions for training, found by an earlier model in what others are reported to have said.

usage: python -m attribution.silver --model DIR --data POLNEAR --out inner.jsonl
PolNeAR has none by design. Each content is read alone, without quotation marks and a leading "that", as if it were
the article: what the model finds there stands within. Writes one line an article:
  {"name", "inner": [{"source", "cue", "content": word indexes, "confidence"}], "unsure": [words that may be cues]}
"""

import argparse
import json
import os

import onnxruntime

from .articles import Article, WORD, read_articles
from .calibrate import candidates, confidence_of
from .windows import load_vocabulary

EDGES = set("\"“”'‘’`,.;:")
SURE, DOUBTFUL = 0.55, 0.15


def alone(article, content):
    """A content as an article of its own, and for each of its words the index in the article it is from."""
    kept = list(content)
    word = lambda i: article.text[slice(*article.words[i])]
    while kept and word(kept[0]) in EDGES | {"that"}:
        kept.pop(0)
    while kept and word(kept[-1]) in EDGES:
        kept.pop()
    if len(kept) < 3:
        return None, []
    words = [word(i) for i in kept]
    text = " ".join([words[0][:1].upper() + words[0][1:], *words[1:], "."])
    return Article(article.name, text, [m.span() for m in WORD.finditer(text)], []), kept


def inner(session, tokenizer, article, manifest):
    """(nested attributions, words that may be cues but are not sure ones) of one annotated article."""
    found, unsure, weights = [], set(), manifest["thresholds"]["calibration"]
    for content in {tuple(a["content"]) for a in article.attributions}:
        small, kept = alone(article, content)
        if small is None or len(small.words) != len(kept) + 1:
            continue
        for parts, values in candidates(session, tokenizer, small, manifest, DOUBTFUL):
            back = {r: sorted(kept[i] for i in parts[r] if i < len(kept)) for r in parts}
            sure = confidence_of(values, weights)
            if sure >= SURE and back["cue"] and back["content"]:
                found.append({**back, "confidence": round(sure, 3)})
            else:
                unsure.update(back["cue"])
    for a in found:
        unsure -= set(a["cue"])
    return found, sorted(unsure)


def main():
    p = argparse.ArgumentParser()
    for name in ("model", "data", "out"):
        p.add_argument(f"--{name}", required=True)
    a = p.parse_args()
    with open(os.path.join(a.model, "manifest.json"), encoding="utf8") as file:
        manifest = json.load(file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(os.path.join(a.model, "model.onnx"), options)
    tokenizer = load_vocabulary(os.path.join(a.model, "vocab.txt"))
    with open(a.out, "w", encoding="utf8") as file:
        for article in read_articles(os.path.join(a.data, "train")):
            found, unsure = inner(session, tokenizer, article, manifest)
            file.write(json.dumps({"name": article.name, "inner": found, "unsure": unsure}) + "\n")


if __name__ == "__main__":
    main()
