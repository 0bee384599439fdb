"""Reports of local papers and agencies with the measures of their figures: what labels.jsonl labels, beside its texts.

usage: read-reports.py LGL.xml TIMES GUM > DOCUMENTS.jsonl
  LGL.xml   the Local-Global Lexicon's articles
  TIMES     folder of TimeBank and AQUAINT (files of TimeML below it)
  GUM       folder of GUM's news (CoNLL-U)
prints {"group", "text", "figures": [{"start", "end", "measure"}], "skipped": [{"start", "end"}]} for dump.mjs, offsets in UTF-16.
Stops at a text whose SHA-256 is not the labelled one.
"""

import glob
import hashlib
import html
import json
import os
import re
import sys

CDATA = "<![CDATA["


def lgl(path: str) -> dict[str, str]:
    raw = open(path, encoding="utf8").read()
    articles = re.findall(r'<article docid="(\d+)">.*?<text>(.*?)</text>', raw, re.S)
    return {f"lgl-{name}": html.unescape(text).strip().removeprefix(CDATA) for name, text in articles}


def times(folder: str) -> dict[str, str]:
    texts = {}
    for path in glob.glob(f"{folder}/*/*"):
        raw = open(path, encoding="utf8", errors="replace").read()
        body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
        texts[f"time-{os.path.basename(path)}"] = html.unescape(re.sub(r"<[^>]+>", "", body[1] if body else raw)).strip()
    return texts


def gum(folder: str) -> dict[str, str]:
    texts = {}
    for path in glob.glob(f"{folder}/*.conllu"):
        sentences = [line[8:].strip() for line in open(path, encoding="utf8") if line.startswith("# text =")]
        texts[f"gum-{os.path.basename(path)}"] = " ".join(sentences)
    return texts


def main() -> None:
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    texts = lgl(sys.argv[1]) | times(sys.argv[2]) | gum(sys.argv[3])
    for line in open(os.path.join(os.path.dirname(__file__), "labels.jsonl"), encoding="utf8"):
        labels = json.loads(line)
        text = texts.get(labels["report"], "")
        if hashlib.sha256(text.encode()).hexdigest() != labels["sha256"]:
            sys.exit(f"{labels['report']}: not the text that was labelled")
        figures = [{"start": start, "end": end, "measure": measure} for start, end, measure in labels["figures"]]
        skipped = [{"start": start, "end": end} for start, end in labels["skipped"]]
        print(json.dumps({"group": labels["report"], "text": text, "figures": figures, "skipped": skipped}))


if __name__ == "__main__":
    main()
