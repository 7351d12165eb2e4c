"""Chooses the real-news passages that are annotated stand-off, the same ones every time.

In:   the measuring data (reports of entity_timelines, one sentence a line).
Out:  a list of passage pointers per set, and, for readers, files with their texts (never kept in the repository).
Room: benchmarks. `python -m benchmarks.gold.choose DATA OUT` writes OUT/<set>.txt.

A report is cut once into runs of four to seven sentences ("airbus/1173-2" is the second run of report 1173) and once
into single sentences ("airbus/1173.s07", with "s07-08" for two). The sets draw on these; which part of the split a
passage falls into is settled by its report, so two passages of one report never part.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

CORPORA = {"airbus": "entity_timelines/corpus1_airbus", "apple": "entity_timelines/trial_apple"}
RUN = 5  # sentences of a run; a rest of less than four joins the run before it
SHARES = {"facts": 144, "figures": 112, "chains": 225, "states": 170}  # passages of a set
PER_FILE = {"facts": 16, "figures": 16, "chains": 75, "states": 85}
NUMBER = re.compile(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|billions?|half|third|quarter)\b", re.I)  # fmt: skip
SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|accord\w+|report(?:s|ed|edly|ing)?|announce[ds]?|claim(?:s|ed|ing)?|sources?|t(?:old|ells?)"
    r"|quot\w+|cit(?:es?|ed|ing)|alleg\w+|den(?:y|ies|ied)|confirm\w*|rumou?r\w*|expect\w*|stat(?:es|ed|ing)"
    r"|add(?:ed|s|ing)|warn\w*|argu\w+|believ\w+|suggest\w*|wrote|comment\w*|spokes\w+|predict\w*|insist\w*)\b",
    re.I)  # fmt: skip
CHAINED = re.compile(r"\b(?:quot\w+|cit(?:es?|ed|ing)|sources?|accord\w+|reportedly|alleg\w+|rumou?r\w*)\b", re.I)
CHANGE = re.compile(
    r"\b(?:open|clos|launch|start|began|begin|begun|end(?:s|ed|ing)?\b|suspend|delay|postpon|cancel|resum|extend|sign|agree"
    r"|deal|resign|appoint|named?\b|step|retir|join|left|leav|sue[ds]?\b|su(?:it|ing)|settl|ban|ground|strike|recall|ship"
    r"|discontinu|replac|production|order|award|halt|stop|lift|expire|terminat|withdr|acquir|bid|contract|investigat"
    r"|certif|licen|search|missing|die[ds]?\b|death)\w*", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a passage stands."""

    id: str
    dataset: str  # folder under the measuring data
    report: str
    start: int  # characters of the report's text
    end: int
    text: str


def reports(data: Path) -> list[tuple[str, str, str, str]]:
    """(corpus, dataset, report id, text), in a fixed order."""
    out = []
    for corpus, folder in CORPORA.items():
        for line in (data / folder / "reports.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            out.append((corpus, folder, row["id"], row["text"]))
    return sorted(out)


def sentences(text: str) -> list[tuple[int, int]]:
    """Bounds of the lines below headline and dateline."""
    bounds, at = [], 0
    for n, line in enumerate(text.split("\n")):
        if n >= 2 and line.strip():
            bounds.append((at, at + len(line)))
        at += len(line) + 1
    return bounds


def runs(bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of four to seven sentences; a report of fewer gives one run."""
    groups = [bounds[i : i + RUN] for i in range(0, len(bounds), RUN)]
    if len(groups) > 1 and len(groups[-1]) < 4:
        rest = groups.pop()
        groups[-1] = groups[-1] + rest[:2]
    return [(g[0][0], g[-1][1]) for g in groups]


def chosen(data: Path) -> dict[str, list[Pointer]]:
    """The passages of every set, in the order in which they are read."""
    by_round: list[tuple[int, Pointer]] = []
    single: list[tuple[int, Pointer]] = []
    for corpus, folder, report, text in reports(data):
        bounds = sentences(text)
        for n, (start, end) in enumerate(runs(bounds)):
            by_round.append((n, Pointer(f"{corpus}/{report}-{n + 1}", folder, report, start, end, text[start:end])))
        for n, (start, end) in enumerate(bounds):
            single.append((n, Pointer(f"{corpus}/{report}.s{n + 1:02d}", folder, report, start, end, text[start:end])))
    rounds = [p for _, p in sorted(by_round, key=lambda pair: (pair[0], pair[1].id))]
    lines = [p for _, p in sorted(single, key=lambda pair: (pair[0], pair[1].id))]
    counted = sorted(rounds, key=lambda p: (-len(NUMBER.findall(p.text)), p.id))
    spoken = [p for p in lines if SPEECH.search(p.text)]
    spoken.sort(key=lambda p: (-2 * bool(CHAINED.search(p.text)) - len(set(SPEECH.findall(p.text))), p.id))
    changing = sorted((p for p in lines if CHANGE.search(p.text)), key=lambda p: (-len(CHANGE.findall(p.text)), p.id))
    pools = {"facts": rounds, "figures": counted, "chains": spoken, "states": changing}
    return {name: pool[: SHARES[name]] for name, pool in pools.items()}


def main(data: Path, out: Path) -> None:
    """Writes the texts for readers, so many a file."""
    for name, pool in chosen(data).items():
        for n in range(0, len(pool), PER_FILE[name]):
            part = pool[n : n + PER_FILE[name]]
            body = "\n\n".join(f"@ {p.id}\n{p.text}" for p in part)
            path = out / f"{name}-{n // PER_FILE[name] + 1}.txt"
            path.write_text(body + "\n", encoding="utf-8")
            print(path.name, len(part), "passages,", len(body.split()), "words,", len(NUMBER.findall(body)), "numbers")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
