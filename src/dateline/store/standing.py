"""States and series as rows, and their lines made ready, so that a question with two days is a look-up.

In:   rows of states and series with what `state/ready.py` made of them; a pair of days.
Out:  the bodies of what was told by a day; the lines that stand between the days asked for, put together when read.
Room: store. Days of spans are ordinals (date.toordinal).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, Final, NamedTuple, overload

import msgspec

from dateline.state.made import BOTH, GENEROUS, NEVER, STRICT, Ready, series_line, state_line
from dateline.state.model import Answer

SCHEMA: Final = """
create table standing (kind text not null, id text not null, known text, generous text, mark text not null,
  ready integer not null, slim text, body text not null, primary key (kind, id)) without rowid;
create index unready on standing (kind, id) where slim is not null;
create table ready (row integer primary key, body blob not null);
create table spans (kind text not null, known_from integer not null, on_from integer not null, row integer not null,
  clock integer not null, known_to integer not null, on_to integer not null, place text not null, id text not null,
  head blob not null, primary key (kind, known_from, on_from, row, clock)) without rowid;
create index spans_of on spans (row);
"""
LINES: Final = (
    "select place, id, head, body from spans join ready using (row) where kind = ? and known_from <= ?"
    " and known_to > ? and on_from <= ? and on_to > ? and clock in (?, ?)"
)
_ENCODER: Final = msgspec.json.Encoder()  # fields stay in the order of the line

Found = tuple[str, str, bytes, bytes]  # where a line stands among the others, its id, head and body
Head = Callable[[str], tuple[dict[str, Any], str] | None]  # of a slim row what its line shows, and its place


class Row(NamedTuple):
    """A state or a series as it is kept."""

    kind: str
    id: str
    known: str | None  # first day on which a report told of it
    generous: str | None  # the same, with undated reports counted from their earliest day
    body: str


class ReadyLine(Mapping[str, Any]):
    """A line as it was made ready; it is put together when a field of it is read."""

    __slots__ = ("_fields", "_make", "_parts")

    def __init__(self, make: Callable[..., dict[str, Any]], *parts: Any) -> None:
        self._make, self._parts = make, parts  # body, head, day of knowledge, clock
        self._fields: dict[str, Any] | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """All fields."""
        if self._fields is None:
            body, head, known, clock = self._parts
            self._fields = self._make(*msgspec.json.decode(body), msgspec.json.decode(head), known, clock)
        return self._fields

    def __getitem__(self, key: str) -> Any:
        return self.fields[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)


class ReadyLines(Sequence[Answer]):
    """The lines that answer a question, in their order."""

    def __init__(self, kind: str, found: Iterable[Found], known: int, clock: int) -> None:
        self._make = state_line if kind == "state" else series_line
        self._found = sorted(found, key=itemgetter(0, 1))
        self._asked = (known, clock)
        self._lines: dict[int, Answer] = {}

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Answer: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Answer]: ...
    def __getitem__(self, index: int | slice) -> Answer | Sequence[Answer]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        if at not in self._lines:
            _, _, head, body = self._found[at]
            self._lines[at] = ReadyLine(self._make, body, head, *self._asked)
        return self._lines[at]


class Standings:
    """The rows of one file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def held(self) -> bool:
        """Whether the file has these tables; a file of format 2 has only the bodies."""
        return self._db.execute("select 1 from sqlite_master where name = 'spans'").fetchone() is not None

    def lay(self) -> None:
        """Makes the tables, in place of those of format 2."""
        self._db.execute("drop table if exists standing")
        for statement in filter(str.strip, SCHEMA.split(";")):
            self._db.execute(statement)

    def clear(self) -> None:
        """Takes every row away."""
        for name in ("spans", "ready", "standing"):
            self._db.execute(f"delete from {name}")

    def marks(self) -> dict[tuple[str, str], str]:
        """What each row was made from, by kind and id."""
        return {(kind, name): mark for kind, name, mark in self._db.execute("select kind, id, mark from standing")}

    def bodies(self, kind: str, known_by: date | None = None, generous: bool = False) -> tuple[str, ...]:
        """The states or series of which something was told by the day, by id."""
        sql, given = "select body from standing where kind = ?", [kind]
        if known_by is not None:
            sql += f" and {'generous' if generous else 'known'} <= ?"
            given.append(known_by.isoformat())
        return tuple(body for (body,) in self._db.execute(f"{sql} order by id", given))

    def keep(self, row: Row, mark: str, ready: Ready, slim: str | None) -> None:
        """Puts the row in place of the one of its kind and id; `slim` where its lines are too many to keep."""
        self.drop(row.kind, row.id)
        place = self._db.execute("insert into ready (body) values (?)", (_body(row.kind, ready),)).lastrowid
        assert place is not None, "an insert gives a row"
        self._db.executemany("insert into spans values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _spans(row, place, ready))
        kept = (*row[:4], mark, place, slim, row.body)
        self._db.execute("insert into standing values (?, ?, ?, ?, ?, ?, ?, ?)", kept)

    def drop(self, kind: str, name: str) -> None:
        """Takes the row away."""
        found = self._db.execute("select ready from standing where kind = ? and id = ?", (kind, name)).fetchone()
        if found is not None:
            self._db.execute("delete from standing where kind = ? and id = ?", (kind, name))
            self._db.execute("delete from spans where row = ?", found)
            self._db.execute("delete from ready where row = ?", found)

    def is_kept(self, row: Row, mark: str, ready: Ready, slim: str | None) -> bool:
        """Whether exactly this row is kept, with exactly these lines."""
        sql = "select known, generous, mark, slim, standing.body, ready, ready.body from standing join ready"
        found = self._db.execute(f"{sql} on ready = row where kind = ? and id = ?", (row.kind, row.id)).fetchone()
        if found is None or found[:5] != (*row[2:4], mark, slim, row.body) or found[6] != _body(row.kind, ready):
            return False
        spans = self._db.execute("select * from spans where row = ?", (found[5],)).fetchall()
        return sorted(spans) == sorted(_spans(row, found[5], ready))

    def lines(self, kind: str, on: date, known_by: date | None, generous: bool, head: Head) -> ReadyLines:
        """The lines that stand between the two days; without a day of knowledge, all is known.

        `head` works out the lines of which too many were needed to keep them.
        """
        known = known_by.toordinal() if known_by is not None else NEVER
        day, clock = on.toordinal(), GENEROUS if generous else STRICT
        found: list[Found] = self._db.execute(LINES, (kind, known, known, day, day, clock, BOTH)).fetchall()
        sql = "select id, slim, ready.body from standing indexed by unready join ready on ready = row"
        column = "generous" if generous else "known"
        few = self._db.execute(
            f"{sql} where slim is not null and kind = ? and (? or {column} <= ?)",
            (kind, known_by is None, known_by.isoformat() if known_by is not None else ""),
        )
        for name, slim, body in few:
            shown = head(slim)
            if shown is not None:
                found.append((shown[1], name, _ENCODER.encode(shown[0]), body))
        return ReadyLines(kind, found, known, clock)


def mark_of(body: str, made: str) -> str:
    """What a row was made from: its body, and the version of what makes lines ready."""
    return hashlib.blake2b(f"{made} {body}".encode(), digest_size=12).hexdigest()


def _body(kind: str, ready: Ready) -> bytes:
    """What `state_line` or `series_line` is given first, in that order."""
    return _ENCODER.encode((ready.base, ready.items, ready.always if kind == "state" else ready.flags))


def _spans(row: Row, place: int, ready: Ready) -> Iterator[tuple[Any, ...]]:
    for s in ready.spans or ():
        head = _ENCODER.encode(s.head)
        yield (row.kind, s.known_from, s.on_from, place, s.clock, s.known_to, s.on_to, s.place, row.id, head)
