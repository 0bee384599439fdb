"""Write invented.jsonl from marked sentences: usage: write-invented.py MARKED.txt > invented.jsonl
MARKED: a sentence a line, each figure as [words|measure]; "# domain" lines group what follows."""
import json, re, sys

MARK = re.compile(r"\[([^|\]]+)\|([a-z]+)\]")
domain = ""
for line in open(sys.argv[1], encoding="utf8"):
    line = line.rstrip("\n")
    if line.startswith("# "):
        domain = line[2:]
        continue
    if not line:
        continue
    text, figures, at = "", [], 0
    for found in MARK.finditer(line):
        text += line[at:found.start()]
        figures.append({"start": len(text), "end": len(text) + len(found[1]), "measure": found[2]})
        text += found[1]
        at = found.end()
    text += line[at:]
    print(json.dumps({"domain": domain, "text": text, "figures": figures}, ensure_ascii=False))
