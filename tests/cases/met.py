"""Reads the short cases and says which of their expectations board, figures, timeline or disputes meet.

In:   `rows/FIELD.jsonl` (see `README.md` for the form).
Out:  per case whether it is met, and what is shown instead.

Run `python tests/cases/met.py [FIELD or FILE ...]`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import dateline  # noqa: E402
from situations.story import holds  # noqa: E402

ROWS = HERE / "rows"
STANDS = {"in_force", "ended", "suspended"}


def cases(field: str) -> Iterator[dict[str, Any]]:
    """The cases of a field, or of a file."""
    path = Path(field) if field.endswith(".jsonl") else ROWS / f"{field}.jsonl"
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def shown(case: dict[str, Any]) -> list[Any]:
    """The board on the day that is asked; of a case that asks for figures, lines or answers these."""
    with tempfile.TemporaryDirectory() as folder:
        situation = dateline.open(Path(folder) / "case.dateline")
        rows = [{**r, "language": "en", "text": r["text"].strip() + "\n"} for r in case["reports"]]
        situation.add(rows, workers=1)
        if "lines" in case:
            return list(situation.timeline())
        if "answers" in case:
            return list(situation.disputes())
        return list(situation.figures() if "ask" in case else situation.inforce(on=case["on"]))


def is_met(case: dict[str, Any], lines: list[Any]) -> bool:
    """Whether one line has the status, the words and the day; for "none", whether no line that stands has the words.

    Of figures: whether each that is asked stands in a series with the words, and none does that must not. Of a
    timeline: whether every line that is asked is told, and none that must not be.
    """
    if "lines" in case:
        asked = all(any(_tells(x, line) for x in lines) for line in case["lines"])
        return asked and not any(_tells(x, line) for line in case["not"] for x in lines)
    if "answers" in case:
        return _is_disputed(case, lines)
    if "ask" in case:
        return all(_shows(a, lines) for a in case["ask"]) and not any(_shows(n, lines) for n in case["not"])
    told = [
        x for x in lines if holds(case["words"], " ".join(str(x[k]) for k in ("title", "subject", "object", "slot")))
    ]
    if case["status"] == "none":
        return not any(x["status"] in STANDS for x in told)
    return any(x["status"] in case["status"].split("/") and _has_day(x, case["from"]) for x in told)


def _shows(asked: dict[str, Any], lines: list[Any]) -> bool:
    """Whether a series with the words has a point of that value and, where one is asked, in that role."""
    told = [p for x in lines if holds(asked["words"], f"{x['title']} {x['of']} {x['where']}") for p in x["points"]]
    return any(
        asked["low"] in (p["low"], p["high"])
        and ("high" not in asked or asked["high"] == p["high"])
        and ("role" not in asked or asked["role"] == p["role"])
        for p in told
    )


def _tells(event: Any, line: dict[str, str]) -> bool:
    """Whether the event is told with those words, as certain as that and on that day."""
    names = " ".join(str(p["name"]) for p in event["participants"])
    day = line.get("day", "-")
    dated = day == "-" or (event["when"]["edtf"] or "").startswith(day)
    certain = event["factuality"] in line["factuality"].split("/")
    return certain and dated and holds(line["words"], f"{event['title']} {names}")


def _is_disputed(case: dict[str, Any], lines: list[Any]) -> bool:
    """Whether one dispute of the kind has the words, and a position of its own for each answer; for "none", none has
    the words."""
    told = [x for x in lines if holds(case["words"], _words(x))]
    if case["kind"] == "none":
        return not told
    return any(x["kind"] == case["kind"] and _answered(case["answers"], x["positions"]) for x in told)


def _words(line: Any) -> str:
    return " ".join((line["question"], *(str(p["answer"]) for p in line["positions"])))


def _answered(answers: list[str], positions: list[Any]) -> bool:
    """Whether each answer ("a/b": either) stands in another position."""
    given = [f"{p['answer']} {' '.join(e['factuality'] for e in p['evidence'])}".lower() for p in positions]
    return any(
        all(
            any(word.lower() in text for word in answer.split("/")) for answer, text in zip(answers, order, strict=True)
        )
        for order in permutations(given, len(answers))
    )


def _has_day(line: Any, day: str) -> bool:
    ends = [(line[k] or {}).get("edtf") for k in ("from", "to")]
    return day == "-" or any(e is not None and e.startswith(day) for e in ends)


def main(fields: list[str]) -> int:
    """Writes each missed case with the board, and the count."""
    out: list[str] = []
    for field in fields or sorted(p.stem for p in ROWS.glob("*.jsonl")):
        met = total = 0
        for case in cases(field):
            lines, total = shown(case), total + 1
            if is_met(case, lines):
                met += 1
                continue
            if "lines" in case:
                out.append(f"{case['id']}: {case['lines']} not {case['not']}")
                out += [f"    {x['when']['edtf']} {x['factuality']} | {x['title']}" for x in lines]
                continue
            if "answers" in case:
                out.append(f"{case['id']}: {case['kind']} | {case['words']} | {case['answers']}")
                out += [f"    {x['kind']} | {x['question']} | {[p['answer'] for p in x['positions']]}" for x in lines]
                continue
            if "ask" in case:
                out.append(f"{case['id']}: {case['ask']} not {case['not']}")
                out += [f"    {x['title']} | {[(p['low'], p['high'], p['role']) for p in x['points']]}" for x in lines]
                continue
            out.append(f"{case['id']}: on {case['on']}: {case['status']} | {case['words']} | {case['from']}")
            for x in lines:
                out.append(f"    {x['status']} | {x['title']} | {[(x[k] or {}).get('edtf') for k in ('from', 'to')]}")
        out.append(f"{field}: {met} of {total}\n")
    sys.stdout.write("\n".join(out))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
