"""Event coding: who did what to whom, against PLV, PLOVER, PETRARCH and CASE sentences.

    run(data, quick) -> rows

PLV and PLOVER gold give one event a sentence, so one is compared: the outermost event of the sentence that has a type,
those with both a source and a target first. Source is the actor; target is the recipient, else a person or thing acted
on, else where it happens, else the first party named after it. Dateline keeps what an event is (`type`) apart from how
certain it is (`factuality`); PLOVER folds the two, so here a planned act of cooperation is AGREE, a planned hostile act
THREATEN, a demanded act REQUEST of the one who demands it, and a refused or denied cooperation REJECT.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.claim.event.told import Told
from dateline.claim.lexis import is_kind
from dateline.claim.model import Claim, Mention
from dateline.claim.read import analyse
from dateline.claim.tree import tree
from dateline.lexicon.places import demonym, place
from dateline.report.model import Report
from dateline.sentence.parse import read
from dateline.sentence.reading import Reading
from scorers import eventcode as scorer

FOLDER = "eventcode"
QUICK = 120  # sentences of each set in the quick part
OLD_NAMES = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
COOPERATION = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"}
HOSTILE = {"SANCTION", "COERCE", "ASSAULT", "PROTEST", "REJECT"}
TOGETHER = {"AGREE", "CONSULT", "COOPERATE"}  # of two who act together the sets call the second the target
# Objects that say what is done rather than to whom.
ABSTRACT = ("emergency", "curfew", "sanction", "talk", "visit", "protest", "support", "concern", "aid", "tie", "force",
            "cooperation", "inquiry", "ultimatum", "asylum", "ceasefire", "accord", "control", "power")  # fmt: skip
PEERS = {"source": 55.0, "target": 36.0, "class": 41.0, "triple": 21.0}  # UniversalPetrarch on PLV
Span = tuple[int, int]


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """Scores of every set that is there."""
    rows: list[dict[str, Any]] = []
    data = data / FOLDER
    for name in ("plv_train", "plover_gsr_dev"):
        if (data / f"{name}.jsonl").exists():
            gold = sample(data / f"{name}.jsonl", quick)
            found = {row["id"]: {"events": main_event(row["text"])} for row in gold}
            scores = scorer.score_spans(gold, found)
            for measure in ("source", "target", "class", "triple"):
                peer = {"peer": "UniversalPetrarch", "peer_score": PEERS[measure]} if name == "plv_train" else {}
                rows.append({"set": name, "measure": f"{measure} F1", "score": 100 * scores[measure]["F1"], **peer})
    for name in ("petrarch_gsr_dev", "petrarch_unit_dev"):
        if (data / f"{name}.jsonl").exists():
            gold = sample(data / f"{name}.jsonl", quick)
            found = {row["id"]: {"events": [{"source_code": "", "target_code": "", **e} for e in labels(row["text"])]}
                     for row in gold}  # fmt: skip
            rows.append(
                {"set": name, "measure": "class F1", "score": 100 * scorer.score_codes(gold, found)["class"]["F1"]}
            )
    return rows


def sample(path: Path, quick: bool) -> list[dict[str, Any]]:
    """The rows of a set; in the quick part a fixed choice of them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if quick and len(rows) > QUICK:
        rows = random.Random(7).sample(rows, QUICK)
    return rows


def main_event(text: str) -> list[dict[str, Any]]:
    """The one event of a sentence as a row of the scorer; none where nothing has a type."""
    found = sorted(coded(text), key=lambda e: (not (e["source"] and e["target"]), e["rank"]))
    return found[:1]


def labels(text: str) -> list[dict[str, Any]]:
    """The types told in a sentence, once each, those of events with a source and a target."""
    kept = [e["label"] for e in coded(text) if e["source"] and e["target"]]
    return [{"label": label, "cameo": None} for label in dict.fromkeys(kept)]


def coded(text: str) -> Iterator[dict[str, Any]]:
    """Every event with a type: spans of source and target, label, and how deep it stands in its sentence."""
    report = Report("sentence", "0" * 64, text, language="en")
    reading = read(text)
    found = analyse(report, reading)
    for told in found.told:
        if told.claim.type or (told.claim.factuality == "demanded" and told.claim.voice):
            label, source = plover(told.claim)
            aim = (
                spans(told.claim, "actor")
                if label == "REQUEST" and told.claim.factuality == "demanded"
                else target(told.claim, found.mentions)
            )
            if label in TOGETHER and len(source) > 1 and not spans(told.claim, "recipient"):
                source, aim = source[:1], source[1:]
            yield {
                "source": source,
                "target": aim,
                "label": label,
                "rank": rank(reading, told),
                "lemma": told.claim.lemma,
            }


def plover(claim: Claim) -> tuple[str, list[Span]]:
    """The label PLOVER would give the claim with its factuality, and the spans of who is answerable for it."""
    label = OLD_NAMES.get(str(claim.type), str(claim.type))
    source = spans(claim, "actor")
    if claim.factuality == "demanded" and claim.voice:
        said_by = claim.voice[-1].anchor
        return "REQUEST", [(said_by.start, said_by.end)]
    if claim.factuality == "planned" and label in COOPERATION:
        return "AGREE", source
    if claim.factuality == "planned" and label in HOSTILE:
        return "THREATEN", source
    if claim.factuality in {"not_happened", "denied"} and label in COOPERATION | {"AGREE"}:
        return "REJECT", source
    return label, source


def spans(claim: Claim, *roles: str) -> list[Span]:
    """Where the participants in these roles stand."""
    found = [p.mention for p in claim.participants if p.role in roles]
    return [m.refers if m.refers and not m.named and m.kind is None else (m.anchor.start, m.anchor.end) for m in found]


def target(claim: Claim, mentions: Sequence[Mention]) -> list[Span]:
    """Whom the event is directed at."""
    recipients = spans(claim, "recipient")
    if recipients:
        return recipients
    states = [p.mention for p in claim.participants if p.role == "place" and is_state(p.mention)]
    if states and claim.type == "RETREAT":
        return [(m.anchor.start, m.anchor.end) for m in states[:1]]  # where one withdraws from
    objects = [p.mention for p in claim.participants if p.role == "object"]
    people = [m for m in objects if any(is_kind(m.head, k) for k in ("person", "body", "prisoner"))]
    if people:
        return [(m.anchor.start, m.anchor.end) for m in people]
    if objects and not any(is_kind(m.head, k) for m in objects for k in ABSTRACT):
        return spans(claim, "object")
    if states:
        return [(m.anchor.start, m.anchor.end) for m in states[:1]]
    return spans(claim, "place") or party_after(claim, mentions) or spans(claim, "object")


def party_after(claim: Claim, mentions: Sequence[Mention]) -> list[Span]:
    """The first state or body named after the event in its sentence: "agreed to a ceasefire in the east of Narvia"."""
    taken = {p.mention.anchor.start for p in claim.participants if p.role == "actor"}
    for m in mentions:
        inside = claim.trigger.end <= m.anchor.start and m.anchor.end <= claim.anchor.end
        party = is_state(m) or (m.named and m.kind in {"organisation", "person"})
        if inside and party and m.anchor.start not in taken:
            return [(m.anchor.start, m.anchor.end)]
    return []


def is_state(mention: Mention) -> bool:
    """Whether a place can be a party."""
    known = place(mention.anchor.text) or demonym(mention.anchor.text)
    return known is not None


def rank(reading: Reading, told: Told) -> tuple[int, int, int]:
    """Sentence, depth in the parse, place: the smaller, the more the sentence is about it."""
    sentence = reading.sentences[told.sentence]
    at = sentence.token_at(told.claim.trigger.start)
    depth = len(tree(sentence).ancestors(at)) if at is not None else 99
    return told.sentence, depth, told.claim.trigger.start
