"""Records read from whole sentences, for tests of what the reader and the rooms behind it make of them together."""

from __future__ import annotations

from datetime import date

from dateline.claim.model import ReadReport
from dateline.pipeline import linked, read_one
from dateline.record.model import Record
from dateline.report.load import from_text
from dateline.state.board import board, states

DAY = "2032-02-03"  # a Tuesday
FRIDAY = "2031-05-09"
Told = tuple[str, str]  # the day of May 2031, the text


def read_of(text: str, published: str = DAY, name: str = "r00") -> ReadReport:
    """A report of that text as it was read."""
    return read_one(from_text(text, id=name, published=published))


def record_from(*pile: str | tuple[str, str], published: str = DAY) -> Record:
    """The record of reports r00, r01 ..., each a text that came out on the day `published` or a (day, text)."""
    told = [(published, one) if isinstance(one, str) else one for one in pile]
    names = [f"r{n:02}" for n in range(len(told))]
    return linked({name: read_of(text, day, name) for name, (day, text) in zip(names, told, strict=True)})


def lines(*told: Told) -> list[tuple[str, str, str | None, str | None]]:
    """Title, status, from and to of each line of the board on the day of the last report."""
    record = record_from(*((f"2031-05-{day}", text) for day, text in told))
    last = date(2031, 5, int(told[-1][0]))
    spans = ((x["from"] or {}, x["to"] or {}, x) for x in board(states(record), last))
    return [(x["title"], x["status"], a.get("edtf"), b.get("edtf")) for a, b, x in spans]


def told(text: str) -> dict[str, tuple[str, str]]:
    """The lines of a report of a Friday, with how sure they are and when."""
    claims = [c for c in record_from(text, published=FRIDAY).claims.values() if c.claim.sound]
    return {c.headline: (c.claim.factuality, c.when.edtf) for c in claims}
