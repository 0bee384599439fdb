"""What the TypeScript of src/attribute/act-scores.ts is tested against: scores of invented attributions."""

import json
import random

from .act_labels import ACTS, Reported

SOURCES = ["Mayor Ilse Trondvik", "the ministry", "they", "two unnamed aides of Mr. Ostrell", ""]
CUES = ["said", "did not deny", "has repeatedly called on", "according to a statement seen by", "warned, again,", "—"]
CONTENTS = [
    "that the harbour would reopen by 12 May", "“It is a disgrace — and they knew!”", "''Will anyone answer for it?'' he asked", "yes",
    "it was the unbelievably foolish plan of the Vandermeer Company, which nobody had wanted in the first place, that had cost the town its "
    "ferry, its market and its school, and the council should never have signed what it had not read, let alone twice in one week",
]  # fmt: skip


def write_fixtures(path, scores, count=40):
    rng = random.Random(9)
    with open(path, "w", encoding="utf8") as file:
        for n in range(count):
            source, cue, content = rng.choice(SOURCES), rng.choice(CUES), rng.choice(CONTENTS)
            parts = [content, source, cue] if n % 3 == 0 else [source, cue, content]
            text, at = "", {}
            for part in parts:
                at[part] = [len(text), len(text) + len(part)]
                text += part + " "
            whole = [at[content]]
            if n % 4 == 1 and len(content) > 30:
                middle = content.index(" ", 15)
                whole = [[at[content][0], at[content][0] + middle], [at[content][0] + middle + 1, at[content][1]]]
            act, negated = (None, False) if n % 5 == 0 else (n % len(ACTS), n % 7 == 0)
            one = Reported(text, [at[source]] if source else [], [at[cue]], whole, (), (act, negated), 0)
            row = {"text": text, "source": at[source] if source else None, "cue": at[cue], "content": whole,
                   "listed": None if act is None else [ACTS[act], negated], "scores": [round(x, 4) for x in scores(one)]}  # fmt: skip
            file.write(json.dumps(row, ensure_ascii=True) + "\n")
