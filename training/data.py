"""The corpora as samples that the encoder learns from, one maker per task.

In:   the folder of public data sets (`BENCH`) and the tokenizer of the base weights.
Out:  per task a list of samples: a line of words with labels word by word; what is held out is named in HELD_OUT.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dateline.sentence.reader.lemma import script
from dateline.sentence.reader.windows import MAX_PIECES, Line, fit, line_of, lines_of
from dateline.sentence.reader.words import words

ROLES: Final = ("source", "cue", "content")
TIMES: Final = ("DATE", "TIME", "DURATION", "SET")
NAMES: Final = ("PER", "ORG", "LOC", "MISC")
ENTITIES: Final = ("HUM", "NON", "LOC", "TIM")
FACTS: Final = ("happened", "uncertain", "did_not")
UPOS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
NAME_OF: Final = {
    "person": "PER", "organisation": "ORG", "location": "LOC", "misc": "MISC", "PER": "PER", "ORG": "ORG",
    "LOC": "LOC", "politician": "PER", "politicalparty": "ORG", "country": "LOC", "election": "MISC", "event": "MISC",
}  # fmt: skip
IGNORE: Final = -100  # the label that no loss looks at
CAPITALISED: Final = {1: 3, 2: 3, 4: 3}  # case shapes (reader/windows.py) as they are in capitals
SMALL_LETTERS: Final = {2: 1, 3: 1, 4: 1, 6: 1}
PARTS, KEPT_PART = 5, 0  # of the web documents with names
RARE_SCRIPT: Final = 3  # a lemma script seen less often is left to the table of exceptions


@dataclass(slots=True)
class Sample:
    """A line with labels per word; `head` and `link` point to words of the same line, -1 is none."""

    line: Line
    labels: dict[str, list[int]] = field(default_factory=dict)
    values: list[float] = field(default_factory=list)  # of the commitment, -3 to 3
    document: str = ""
    tokens: Sequence[str] = ()  # the words as written, where somebody asks for them


@dataclass(frozen=True, slots=True)
class Inventory:
    """The label sets that are read off the data; they travel with the weights."""

    relations: tuple[str, ...]
    scripts: tuple[str, ...]


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON lines file, gzipped or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip()]


def joined(samples: Sequence[Sample]) -> Sample:
    """Several sentences as one line, the pointers moved along."""
    out = Sample(Line(), {k: [] for k in samples[0].labels}, [], samples[0].document)
    for one in samples:
        word, piece = len(out.line.first), len(out.line.ids)
        out.line.ids += one.line.ids
        out.line.shapes += one.line.shapes
        out.line.first += [piece + i for i in one.line.first]
        out.line.spans += one.line.spans
        for key, labels in one.labels.items():
            out.labels[key] += [i + word if i >= 0 else i for i in labels] if key in ("head", "link") else labels
        out.values += one.values
    return out


def grouped(samples: Sequence[Sample], chance: random.Random, go_on: float) -> Iterator[Sample]:
    """Sentences of a document run on into one line with probability `go_on`, as paragraphs have them."""
    group: list[Sample] = []
    room = MAX_PIECES - 2
    for one in samples:
        length = sum(len(s.line.ids) for s in group) + len(one.line.ids)
        if group and (one.document != group[0].document or length > room or chance.random() > go_on):
            yield joined(group)
            group = []
        group.append(one)
    if group:
        yield joined(group)


def curled(sample: Sample, marks: tuple[int, int, int]) -> Sample:
    """The sample with straight double quotes put to opening and closing ones in turn, as news sites print them.

    `marks` are the sub-tokens of the straight, the opening and the closing quote.
    """
    straight, *pair = marks
    if straight not in sample.line.ids:
        return sample
    ids, turn = [], 0
    for piece in sample.line.ids:
        ids.append(pair[turn % 2] if piece == straight else piece)
        turn += piece == straight
    line = Line(ids, sample.line.shapes, sample.line.first, sample.line.spans)
    return Sample(line, sample.labels, sample.values, sample.document)


def recased(sample: Sample, drawn: float, capitals: float, small: float) -> Sample:
    """The sample in capitals where `drawn` (0 to 1) falls under `capitals`, in small letters just above, else as it is.

    The base vocabulary is uncased, so only the shapes change: names must be known in headlines and careless text too.
    """
    if drawn >= capitals + small:
        return sample
    fold = CAPITALISED if drawn < capitals else SMALL_LETTERS
    shapes = [fold.get(s, s) for s in sample.line.shapes]
    line = Line(sample.line.ids, shapes, sample.line.first, sample.line.spans)
    return Sample(line, sample.labels, sample.values, sample.document)


# --- Universal Dependencies -------------------------------------------------------------------------------------


def conllu(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Document id and word rows of each sentence; ranges and empty nodes are left out."""
    document = ""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        for block in handle.read().split("\n\n"):
            lines = block.split("\n")
            document = next((x.split("=", 1)[1].strip() for x in lines if x.startswith("# newdoc id")), document)
            found = [x.split("\t") for x in lines if x and x[0] != "#"]
            found = [x for x in found if x[0].isdigit()]
            if found:
                yield document, found


def inventory(path: Path) -> Inventory:
    """Relations and lemma scripts of the training part."""
    relations: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    for _, sentence in conllu(path):
        relations.update(r[7] for r in sentence)
        scripts.update(script(r[1], r[2]) for r in sentence)
    common = sorted(s for s, n in scripts.items() if n >= RARE_SCRIPT)
    return Inventory(tuple(sorted(relations)), tuple(common))


def syntax(path: Path, tokenizer: Any, labels: Inventory) -> list[Sample]:
    """Sentence starts, parts of speech, lemma scripts, heads and relations."""
    relation = {k: i for i, k in enumerate(labels.relations)}
    scripts = {k: i for i, k in enumerate(labels.scripts)}
    out = []
    for number, (document, sentence) in enumerate(conllu(path)):
        tokens = [r[1] for r in sentence]
        line = line_of(tokenizer, tokens, [(0, 0)] * len(tokens))
        if len(line.ids) > MAX_PIECES - 2:
            continue
        marks = {
            "begin": [1] + [0] * (len(tokens) - 1),
            "upos": [UPOS.index(r[3]) for r in sentence],
            "lemma": [scripts.get(script(r[1], r[2]), IGNORE) for r in sentence],
            "head": [int(r[6]) - 1 for r in sentence],
            "rel": [relation.get(r[7], relation.get(r[7].split(":")[0], IGNORE)) for r in sentence],
            "sentence": [number] * len(tokens),
        }
        out.append(Sample(line, marks, document=document))
    return out


# --- Names --------------------------------------------------------------------------------------------------------


def names(path: Path, tokenizer: Any) -> list[Sample]:
    """Proper names as BIO over person, organisation, place, other."""
    return [sample for row in rows(path) for sample in _named(row, tokenizer)]


def _named(row: dict[str, Any], tokenizer: Any, document: str = "") -> list[Sample]:
    """The lines of one sentence with its names."""
    tags = [0 if t == "O" else 1 + 2 * NAMES.index(NAME_OF[t[2:]]) + (t[0] == "I") for t in row["tags"]]
    whole = line_of(tokenizer, row["tokens"], [(i, i) for i in range(len(tags))])
    return [
        Sample(line, {"name": [tags[i] for i, _ in line.spans]}, document=document, tokens=row["tokens"])
        for line in fit(whole, row["tokens"])
    ]


def web_rows(bench: Path) -> list[tuple[str, dict[str, Any]]]:
    """UNER's sentences, each with its document in EWT dev (a sentence not found there goes with the one before)."""
    known = {
        " ".join(r[1] for r in sentence): document for document, sentence in conllu(bench / "ud/ewt_dev.conllu.gz")
    }
    out, document = [], ""
    for row in rows(bench / "ner/uner_ewt_dev.jsonl.gz"):
        document = known.get(" ".join(row["tokens"]), document)
        out.append((document, row))
    return out


def web_names(bench: Path, tokenizer: Any) -> list[Sample]:
    """UNER's names in web text: person, organisation, place; it has no label for others."""
    return [sample for document, row in web_rows(bench) for sample in _named(row, tokenizer, document)]


def part_of(document: str) -> int:
    """Which of PARTS a web document belongs to, by a hash of its id; part KEPT_PART is never trained on."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % PARTS


# --- Running text: speech and times -------------------------------------------------------------------------------


def spread(line: Line, spans: Sequence[tuple[int, int, int]]) -> list[int]:
    """BIO labels of a line's words for spans (start, end, kind); a shorter span overwrites a longer."""
    out = [0] * len(line.spans)
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        inside = [n for n, (s, e) in enumerate(line.spans) if s < end and e > start]
        for place, n in enumerate(inside):
            out[n] = 1 + 2 * kind + (place > 0)
    return out


def speech(found: Sequence[dict[str, Any]], tokenizer: Any) -> list[Sample]:
    """Sources, cues, contents, and which cue each source and content belongs to; links stay within a line."""
    out = []
    for row in found:
        pieces = [
            (start, end, kind, number)
            for number, relation in enumerate(row["relations"])
            for kind, role in enumerate(ROLES)
            for start, end in relation[role]
        ]
        pieces.sort(key=lambda p: p[0] - p[1])
        for line in lines_of(tokenizer, row["text"]):
            out.append(_speech_line(line, pieces, row["id"]))
    return out


def _speech_line(line: Line, pieces: Sequence[tuple[int, int, int, int]], document: str) -> Sample:
    owner: list[tuple[int, int] | None] = [None] * len(line.spans)
    low, high = line.spans[0][0], line.spans[-1][1]
    for start, end, kind, number in pieces:
        if start < high and end > low:
            for n, (s, e) in enumerate(line.spans):
                if s < end and e > start:
                    owner[n] = (number, kind)
    label, link = [0] * len(owner), [-1] * len(owner)
    begins = [n for n, own in enumerate(owner) if own and (n == 0 or owner[n - 1] != own)]
    for n, own in enumerate(owner):
        if own:
            label[n] = 1 + 2 * own[1] + (n not in begins)
    cues: dict[int, int] = {}
    for n in begins:
        number, kind = owner[n] or (0, 0)
        if ROLES[kind] == "cue":
            cues.setdefault(number, n)
    for n in begins:
        number, kind = owner[n] or (0, 0)
        if ROLES[kind] != "cue":
            link[n] = cues.get(number, -1)
    return Sample(line, {"speech": label, "link": link}, document=document)


def times(found: Sequence[dict[str, Any]], tokenizer: Any) -> list[Sample]:
    """Time expressions as BIO over TIMEX3 types."""
    out = []
    for row in found:
        spans = [(t["start"], t["end"], TIMES.index(t["type"])) for t in row["timexes"]]
        for line in lines_of(tokenizer, row["text"]):
            near = [s for s in spans if s[0] < line.spans[-1][1] and s[1] > line.spans[0][0]]
            out.append(Sample(line, {"time": spread(line, near)}, document=row["id"]))
    return out


def held_out(found: Sequence[dict[str, Any]], every: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Documents to learn from, and every n-th one (by id) kept to measure on.

    >>> [r["id"] for r in held_out([{"id": c} for c in "cabd"], 2)[1]]
    ['b', 'd']
    """
    ordered = sorted(found, key=lambda r: str(r["id"]))
    return [r for n, r in enumerate(ordered) if (n + 1) % every], [
        r for n, r in enumerate(ordered) if not (n + 1) % every
    ]


# --- Event words and factuality -----------------------------------------------------------------------------------


def facts(found: Sequence[dict[str, Any]], tokenizer: Any) -> list[Sample]:
    """Event words, whether they happened, and the annotators' mean commitment."""
    out = []
    for row in found:
        text = row["text"].replace("\n", " ")
        spans = words(text)
        tokens = [text[s:e] for s, e in spans]
        for line in fit(line_of(tokenizer, tokens, spans), tokens):
            event, fact, value = [0] * len(line.spans), [IGNORE] * len(line.spans), [0.0] * len(line.spans)
            for mark in row["events"]:
                start, end = mark["span"]
                here = next((n for n, (s, e) in enumerate(line.spans) if s < end and e > start), None)
                if here is not None:
                    event[here], fact[here], value[here] = 1, FACTS.index(mark["label"]), mark["value"]
            out.append(Sample(line, {"event": event, "fact": fact}, value, row["id"].rsplit("-", 1)[0]))
    return out


def mentions(folder: Path, tokenizer: Any) -> list[Sample]:
    """Event and participant mentions of ECB+; an aid in training, not shipped."""
    marks: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for mark in rows(folder / "mentions.jsonl"):
        marks[mark["doc"], mark["sent"]].append(mark)
    out = []
    for document in rows(folder / "docs.jsonl"):
        for sentence in document["sents"]:
            tokens = sentence["toks"]
            line = line_of(tokenizer, tokens, [(i, i) for i in range(len(tokens))])
            event, entity = [0] * len(tokens), [0] * len(tokens)
            for mark in sorted(marks[document["doc"], sentence["n"]], key=lambda m: -len(m["tok"])):
                for place, n in enumerate(sorted(i for i in mark["tok"] if i < len(tokens))):
                    if mark["kind"] == "event":
                        event[n] = 1 + (place > 0)
                    elif mark["type"] in ENTITIES:
                        entity[n] = 1 + 2 * ENTITIES.index(mark["type"]) + (place > 0)
            if len(line.ids) <= MAX_PIECES - 2:
                out.append(Sample(line, {"mention": event, "entity": entity}, document=document["doc"]))
    return out
