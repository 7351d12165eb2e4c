"""Reads the hard sentences and says which of their expectations hold.

In:   `rows/KIND.jsonl`: one passage a row with what a careful reader would insist on (see `README.md` for the form).
Out:  per row the checks that fail, in words; a table by kind.

Run `python tests/hard/check.py [KIND or ROW ID ...]` for the table and the misses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.claim.model import Claim, Mention, Quantity, ReadReport
from dateline.claim.read import Analysis, analyse, read_report
from dateline.report.load import from_text
from dateline.sentence.parse import read
from dateline.sentence.times.resolve import resolve
from dateline.terms import Voice
from dateline.terms.factuality import REAL

ROWS = Path(__file__).parent / "rows"
FIELDS = ("type", "factuality", "reported_as", "time_relation", "context", "partial", "aspect")
AMOUNTS = ("low", "high", "role", "bound", "approximate", "unit", "factuality", "time_relation")
SIDES = {"target": ("object", "recipient"), "whom": ("recipient", "object")}
EVENT_KEYS = {
    *FIELDS,
    "trigger",
    "actor",
    "object",
    "recipient",
    "place",
    "target",
    "voice",
    "when",
    "not_actor",
    "line",
}
FIGURE_KEYS = {*AMOUNTS, "counted", "of", "where", "scope", "voice", "when"}


@dataclass(frozen=True, slots=True)
class Seen:
    """One passage as it was read."""

    report: ReadReport
    analysis: Analysis
    edtf: tuple[str | None, ...]  # per time expression

    def day(self, time: int | None) -> str | None:
        """The place in time of a time expression, None where nothing settles it."""
        return None if time is None else self.edtf[time]

    def stands_for(self, mention: Mention) -> str:
        """The words of a mention and of all that it refers to."""
        words, seen = mention.anchor.text, set()
        while mention.refers and mention.refers not in seen:
            seen.add(mention.refers)
            start, end = mention.refers
            words += " = " + self.report.report.text[start:end]
            earlier = [m for m in self.report.mentions if (m.anchor.start, m.anchor.end) == mention.refers]
            if not earlier:
                break
            mention = earlier[0]
        return words


def rows(kinds: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """All rows, or those whose kind or id is named."""
    for path in sorted(ROWS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not kinds or row["kind"] in kinds or row["id"] in kinds:
                yield row


def see(row: dict[str, Any]) -> Seen:
    """The passage of a row, read once."""
    given = {"published": row["published"]} if row.get("published") else {}
    report = from_text(row["text"], id=row["id"], **given)
    reading = read(report.text, [(n.start, n.end) for n in report.noise])
    told = read_report(report, reading)
    placed = resolve(told.times, report.published if report.published.known else None, report.text)
    return Seen(told, analyse(report, reading), tuple(r.when.edtf for r in placed))


def misses(row: dict[str, Any], seen: Seen) -> list[str]:
    """The expectations of the row that do not hold, each with what was read instead."""
    out = loose_anchors(seen)
    for wanted in row.get("events", ()):
        out += _event_missed(wanted, seen)
    for unwanted in row.get("not_events", ()):
        hits = [c for c in seen.report.claims if _named(unwanted, c) and not _differs(unwanted, c, seen)]
        out += [f"not wanted {unwanted}: read {describe(c, seen)}" for c in hits]
    for wanted in row.get("figures", ()):
        wrong = [_amount_differs(wanted, q, seen) for q in seen.report.quantities]
        if all(wrong):
            best = _shortest(wrong) if wrong else ["no figure at all"]
            out.append(f"figure {wanted}: {'; '.join(best)}")
    for number in row.get("not_figures", ()):
        amounts = [q.amount.text for q in seen.report.quantities if number in {q.low, q.high}]
        out += [f"no figure wanted from {number}: read {words!r}" for words in amounts]
    return out


def loose_anchors(seen: Seen) -> list[str]:
    """Anchors of the report's claims, figures and mentions that are not the exact words of the text."""
    told, text = seen.report, seen.report.report.text
    anchors = [m.anchor for m in told.mentions]
    for claim in told.claims:
        anchors += [claim.anchor, claim.trigger, *claim.repeats, *(v.anchor for v in claim.voice)]
        anchors += [claim.factuality_cue] if claim.factuality_cue else []
        anchors += [p.mention.anchor for p in claim.participants]
    for figure in told.quantities:
        anchors += [figure.anchor, figure.amount, *(v.anchor for v in figure.voice)]
    return [f"loose anchor {a}" for a in anchors if a.field is None and text[a.start : a.end] != a.text]


def _event_missed(wanted: dict[str, Any], seen: Seen) -> list[str]:
    lines = [c for c in seen.report.claims if _named(wanted, c)]
    insisted = wanted.get("line", wanted.get("factuality", "happened") in REAL)
    found = [c for c in seen.analysis.events if _named(wanted, c)]
    if not lines and (insisted or not found):
        return [f"{wanted['trigger']}: {'no line of it' if found else 'not seen'}"]
    wrong = [_differs(wanted, c, seen) for c in lines + ([] if insisted else found)]
    return [] if not all(wrong) else [f"{wanted['trigger']}: {'; '.join(_shortest(wrong))}"]


def _shortest(wrong: Sequence[list[str]]) -> list[str]:
    return min(wrong, key=len)


def _named(wanted: dict[str, Any], claim: Claim) -> bool:
    """Whether the claim is the one that `trigger` names: its lemma, or words in its trigger."""
    if "trigger" not in wanted:
        return True
    names = wanted["trigger"].split("|")
    return claim.lemma in names or any(n in claim.trigger.text.casefold() for n in names)


def _differs(wanted: dict[str, Any], claim: Claim, seen: Seen) -> list[str]:
    out = [
        f"{key} is {getattr(claim, key)}, not {wanted[key]}"
        for key in FIELDS
        if key in wanted and not _among(getattr(claim, key), wanted[key])
    ]
    for role in ("actor", "object", "recipient", "place", *SIDES):
        if role in wanted:
            there = [seen.stands_for(p.mention) for p in claim.participants if p.role in SIDES.get(role, (role,))]
            if not _holds(wanted[role], there):
                out.append(f"{role} is {there}, not {wanted[role]}")
    actors = [seen.stands_for(p.mention) for p in claim.participants if p.role == "actor"]
    if "not_actor" in wanted and _holds(wanted["not_actor"], actors):
        out.append(f"actor is {actors}")
    if "voice" in wanted and not _chain(wanted["voice"], claim.voice, seen):
        out.append(f"voice is {[v.name for v in claim.voice]}, not {wanted['voice']}")
    if "when" in wanted and not _among(seen.day(claim.time), wanted["when"]):
        out.append(f"when is {seen.day(claim.time)}, not {wanted['when']}")
    return out


def _amount_differs(wanted: dict[str, Any], found: Quantity, seen: Seen) -> list[str]:
    out = [
        f"{key} is {getattr(found, key)}, not {wanted[key]} in {found.amount.text!r}"
        for key in AMOUNTS
        if key in wanted and not _among(getattr(found, key), wanted[key])
    ]
    for key in ("counted", "of", "where", "scope"):
        value = getattr(found, key)
        there = list(value) if isinstance(value, tuple) else [value] if value else []
        if key in wanted and not _holds(wanted[key], there):
            out.append(f"{key} is {value}, not {wanted[key]} in {found.amount.text!r}")
    if "voice" in wanted and not _chain(wanted["voice"], found.voice, seen):
        out.append(f"voice is {[v.name for v in found.voice]}, not {wanted['voice']} in {found.amount.text!r}")
    if "when" in wanted and not _among(seen.day(found.time), wanted["when"]):
        out.append(f"when is {seen.day(found.time)}, not {wanted['when']} in {found.amount.text!r}")
    return out


def _among(value: Any, wanted: Any) -> bool:
    return value in wanted.split("|") if isinstance(wanted, str) else bool(value == wanted)


def _holds(wanted: str | None, there: Iterable[str]) -> bool:
    """Whether one of `there` holds one of the wanted words; None wants nothing there."""
    if wanted is None:
        return not list(there)
    return any(w.casefold() in t.casefold() for t in there for w in wanted.split("|"))


def _chain(wanted: Sequence[str], voices: Sequence[Voice], seen: Seen) -> bool:
    """Whether the voices are the wanted ones, outermost first; one that only intends or acts may be left out."""
    by_span = {(m.anchor.start, m.anchor.end): m for m in seen.report.mentions}

    def same(found: Sequence[Voice]) -> bool:
        names = [
            seen.stands_for(by_span[v.anchor.start, v.anchor.end])
            if (v.anchor.start, v.anchor.end) in by_span
            else v.name
            for v in found
        ]
        pairs = zip(wanted, names, found, strict=True) if len(wanted) == len(found) else None
        return pairs is not None and all(_holds(w, [n, v.name]) for w, n, v in pairs)

    return same(voices) or same([v for v in voices if v.cue_class == "report"])


def describe(claim: Claim, seen: Seen) -> str:
    """A claim in one line."""
    roles = ", ".join(f"{p.role}={p.mention.anchor.text!r}" for p in claim.participants)
    voices = " > ".join(v.name for v in claim.voice)
    return f"{claim.lemma}/{claim.type} {claim.factuality} {roles} when={seen.day(claim.time)} voice={voices or None}"


def faults(row: dict[str, Any]) -> list[str]:
    """Words in a row that name no known expectation; an empty list is a row in good form."""
    known = {"id", "kind", "published", "text", "events", "not_events", "figures", "not_figures"}
    out = sorted(set(row) - known)
    out += sorted({k for e in [*row.get("events", ()), *row.get("not_events", ())] for k in e} - EVENT_KEYS)
    return out + sorted({k for q in row.get("figures", ()) for k in q} - FIGURE_KEYS)


def score(found: Iterable[tuple[dict[str, Any], list[str]]]) -> dict[str, tuple[int, int]]:
    """Per kind: rows that pass, and rows."""
    table: dict[str, tuple[int, int]] = {}
    for row, missed in found:
        passed, total = table.get(row["kind"], (0, 0))
        table[row["kind"]] = (passed + (not missed), total + 1)
    return table


def printed(table: dict[str, tuple[int, int]]) -> str:
    """The table, a kind a line, with the sum last."""
    lines = [
        f"{kind:<24}{passed:>4} of {total:<4}{100 * passed / total:6.1f} %" for kind, (passed, total) in table.items()
    ]
    passed, total = (sum(column) for column in zip(*table.values(), strict=True))
    return "\n".join([*lines, f"{'all':<24}{passed:>4} of {total:<4}{100 * passed / total:6.1f} %"])


def main(kinds: Sequence[str]) -> None:
    """Writes the misses, each with what was read, then the table."""
    found = [(row, seen, misses(row, seen)) for row in rows(kinds) for seen in [see(row)]]
    out = []
    for row, seen, missed in found:
        if missed:
            out += [f"\n{row['id']}  {row['text']}", *(f"    {m}" for m in missed)]
            out += [f"      | {describe(c, seen)}" for c in seen.report.claims]
    sys.stdout.write("\n".join([*out, "", printed(score((row, missed) for row, _, missed in found)), ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
