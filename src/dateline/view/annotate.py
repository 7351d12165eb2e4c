"""Reads reports and keeps nothing: everything found in each, with its place.

In:   paths of reports.
Out:  one dict per report, as FORMATS names it under `annotate`.
Room: view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.claim.model import Claim, Mention, Quantity
from dateline.claim.read import Analysis
from dateline.claim.voice.attribution import Attribution
from dateline.claim.voice.voices import flat
from dateline.report.model import Report
from dateline.sentence.times.model import Resolved
from dateline.sentence.times.resolve import resolve
from dateline.terms import Refusal, When
from dateline.view.tables import clean

Line = dict[str, Any]


def annotate_paths(paths: Sequence[Path], published: str | None = None, workers: int = 1) -> Iterator[Line | Refusal]:
    """A dict per report, a Refusal per input that cannot be read; in the order of the inputs."""
    reports: list[Report] = []
    refused: list[Refusal] = []
    for item in pipeline.gather(paths, published):
        (refused if isinstance(item, Refusal) else reports).append(item)  # type: ignore[arg-type]
    yield from refused
    for analysis in pipeline.analyse_many(reports, workers):
        yield analysis if isinstance(analysis, Refusal) else annotated(analysis)


def annotated(found: Analysis) -> Line:
    """What was found in one report."""
    report = found.report
    times = resolve(found.times, report.published if report.published.known else None, report.text)
    return {
        "report": report.id,
        "published": report.published.to_dict(),
        "sentences": [{"start": a, "end": b} for a, b in found.sentences],
        "noise": [{"start": n.start, "end": n.end, "kind": n.kind} for n in report.noise],
        "times": [
            {
                "start": t.start,
                "end": t.end,
                "text": t.text,
                "type": t.type,
                "value": r.value,
                "when": r.when.to_dict(),
                "why": r.why,
            }
            for t, r in zip(found.times, times, strict=True)
        ],
        "mentions": [mention(m) for m in found.mentions],
        "attributions": [attribution(a) for a in flat(found.attributions)],
        "events": [event(c, times) for c in found.events],
        "figures": [figure(q, times) for q in found.quantities],
        "reader": found.reader,
    }


def mention(m: Mention) -> Line:
    """Words that stand for somebody or something."""
    return {
        "start": m.anchor.start,
        "end": m.anchor.end,
        "text": m.anchor.text,
        "kind": m.kind,
        "named": m.named,
        "refers": list(m.refers) if m.refers else None,
    }


def attribution(a: Attribution) -> Line:
    """Who says what, by which words."""
    return {
        "source": [list(s) for s in a.source],
        "cue": [list(s) for s in a.cue],
        "content": [list(s) for s in a.content],
        "source_text": a.source_text,
        "kind": a.kind,
        "cue_class": a.cue_class,
    }


def event(c: Claim, times: Sequence[Resolved]) -> Line:
    """An event word with what was read of it."""
    return {
        "start": c.trigger.start,
        "end": c.trigger.end,
        "text": c.trigger.text,
        "lemma": c.lemma,
        "type": c.type,
        "factuality": c.factuality,
        "factuality_cue": c.factuality_cue.to_dict() if c.factuality_cue else None,
        "reported_as": c.reported_as,
        "participants": [
            {
                "role": p.role,
                "start": p.mention.anchor.start,
                "end": p.mention.anchor.end,
                "text": p.mention.anchor.text,
            }
            for p in c.participants
        ],
        "voice": [v.to_dict() for v in c.voice],
        "when": placed(c.time, times).to_dict(),
        "title": c.title,
        "context": c.context,
    }


def figure(q: Quantity, times: Sequence[Resolved]) -> Line:
    """An amount with what was read of it."""
    return {
        "start": q.amount.start,
        "end": q.amount.end,
        "text": q.amount.text,
        "low": q.low,
        "high": q.high,
        "approximate": q.approximate,
        "bound": q.bound,
        "role": q.role,
        "unit": q.unit,
        "counted": q.counted,
        "of": q.of,
        "where": q.where,
        "scope": list(q.scope),
        "factuality": q.factuality,
        "voice": [v.to_dict() for v in q.voice],
        "when": placed(q.time, times).to_dict(),
    }


def placed(index: int | None, times: Sequence[Resolved]) -> When:
    """The When of the time expression, or unknown."""
    return times[index].when if index is not None else When()


def as_text(line: Line) -> str:
    """The events and figures of a report for a person to look over."""
    out = [f"{line['report']}\n"]
    for e in line["events"]:
        when = e["when"]["edtf"] or "undated"
        told = " < ".join(v["name"] for v in e["voice"])
        out.append(
            f"  {when:<12} {e['factuality']:<13} {clean(e['title'])}" + (f"  ({clean(told)})" if told else "") + "\n"
        )
    for f in line["figures"]:
        out.append(f"  figure       {f['role']:<13} {clean(f['text'])}\n")
    return "".join(out)
