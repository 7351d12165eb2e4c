"""What a person decided: it outranks the rules, survives re-reading, and is undone by a further line.

In:   reports as read, and the log of judgements.
Out:  reports with the decided dates and factuality; which claims are to be held together or apart.
Room: record. A judgement speaks of reports and claims, never of lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, get_args

from dateline.claim.model import Claim, ReadReport
from dateline.report.model import Reason, Report, Witness
from dateline.terms import FACTUALITY, DatelineError, Factuality, When

JudgementKind = Literal["published", "date", "factuality", "grade", "same", "apart", "withdraw", "undo"]
KINDS: Final[tuple[JudgementKind, ...]] = get_args(JudgementKind)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the log: what was decided about which report or claim."""

    kind: JudgementKind
    about: tuple[str, ...]  # report ids, claim ids, a publisher, or the number of the line that is undone
    value: str = ""  # a day, a month, a factuality, a grade; of a withdrawal the day of it, where it has one
    why: str = ""  # in the person's words


def standing(log: Iterable[tuple[int, Judgement]]) -> tuple[Judgement, ...]:
    """The judgements that no later line undid, oldest first.

    >>> a, b = Judgement("withdraw", ("r1",)), Judgement("undo", ("1",))
    >>> standing([(1, a), (2, b)])
    ()
    """
    lines = list(log)
    gone = undone(lines)
    return tuple(j for n, j in lines if j.kind != "undo" and n not in gone)


def undone(log: Iterable[tuple[int, Judgement]]) -> frozenset[int]:
    """The numbers of the lines that a later line took back."""
    return frozenset(int(j.about[0]) for _, j in log if j.kind == "undo")


def withdrawn(judgements: Iterable[Judgement], known_by: date | None = None) -> frozenset[str]:
    """The ids of the reports that were taken back by the day; without a day, by today.

    >>> log = [Judgement("withdraw", ("r1",)), Judgement("withdraw", ("r2",), "2024-05-04")]
    >>> sorted(withdrawn(log)), sorted(withdrawn(log, date(2024, 5, 3)))
    (['r1', 'r2'], ['r1'])
    """
    gone = withdrawal_days(judgements)
    return frozenset(r for r, day in gone.items() if day is None or known_by is None or day <= known_by)


def withdrawal_days(judgements: Iterable[Judgement]) -> dict[str, date | None]:
    """Each report that was taken back, with the day of it; None: it counts on no day. The last word counts."""
    told = [j for j in judgements if j.kind == "withdraw"]
    return {r: when_of(j.value).latest if j.value else None for j in told for r in j.about}


def apply(reads: Mapping[str, ReadReport], judgements: Iterable[Judgement]) -> dict[str, ReadReport]:
    """The reports as read, with what people decided about them."""
    out = dict(reads)
    for judgement in judgements:
        if judgement.kind == "published":
            for name in judgement.about:
                if name in out:
                    out[name] = replace(out[name], report=_dated(out[name].report, judgement))
        elif judgement.kind == "factuality":
            value = checked_factuality(judgement.value)
            for name, read in out.items():
                claims = tuple(_with_factuality(c, judgement, value) for c in read.claims)
                if claims != read.claims:
                    out[name] = replace(read, claims=claims)
    return out


def checked_factuality(value: str) -> Factuality:
    """The label, or a DatelineError that lists them all."""
    if value not in FACTUALITY:
        raise DatelineError(f"{value!r} is no factuality. Give one of: {', '.join(FACTUALITY)}.")
    return value


def decided_dates(judgements: Iterable[Judgement]) -> dict[str, When]:
    """Claim id -> the day, month or year a person gave it; the last word counts."""
    return {c: when_of(j.value) for j in judgements if j.kind == "date" for c in j.about}


def held(judgements: Iterable[Judgement], kind: Literal["same", "apart"]) -> tuple[frozenset[str], ...]:
    """The sets of claims that a person holds together, or apart."""
    return tuple(frozenset(j.about) for j in judgements if j.kind == kind)


def when_of(words: str) -> When:
    """A day, month or year as a person writes it; DatelineError for anything else.

    >>> when_of("2024-03").edtf
    '2024-03'
    """
    parts = words.strip().split("-")
    try:
        if len(parts[0]) != 4:  # "--on 24" is no year of the Romans
            raise ValueError(words)
        numbers = [int(p) for p in parts]
        if len(numbers) == 3:
            return When.day(date(*numbers), words)
        if len(numbers) == 2:
            return When.month(numbers[0], numbers[1], words)
        if len(numbers) == 1:
            return When(date(numbers[0], 1, 1), date(numbers[0], 12, 31), f"{numbers[0]:04d}", words, "stated")
    except ValueError:
        pass
    raise DatelineError(f"{words!r} is no date. Write 2024-03-22, 2024-03 or 2024.")


def _dated(report: Report, judgement: Judgement) -> Report:
    when = when_of(judgement.value)
    said = f"a person dated it {judgement.value}" + (f": {judgement.why}" if judgement.why else "")
    witness = Witness("person", when, said)
    return replace(
        report, published=when, witnesses=(*report.witnesses, witness), reasons=(Reason(said, None), *report.reasons)
    )


def _with_factuality(claim: Claim, judgement: Judgement, value: Factuality) -> Claim:
    if claim.id not in judgement.about:
        return claim
    return replace(claim, factuality=value, reported_as=value if not claim.voice else claim.reported_as)
