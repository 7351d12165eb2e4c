"""What the record holds as rows, and their lines made ready, so that a question with two days is a look-up.

In:   states, series and events, with what `state/ready.py` and `state/ready_disputes.py` made of them; a pair of days.
Out:  the bodies of what was told by a day; the lines that stand between the days asked for, put together when read.
Room: store. Days of spans are ordinals (date.toordinal).
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple
from weakref import WeakSet

import msgspec

from dateline.state.made import BOTH, GENEROUS, MADE, NEVER, STRICT, Act, Kind, Ready, kept_parts
from dateline.state.model import Line
from dateline.store.answers import Parts, ReadyLines, Then, Worked
from dateline.terms import DatelineError

# In a table without rowid the columns of the key stand first: the integrity check of SQLite 3.40 takes others for them.
SCHEMA: Final = """
create table standing (row integer primary key, kind text not null, id text not null, known text, generous text,
  mark text not null, body text not null, unique (kind, id));
create table ready (ready integer primary key, row integer not null, kind text not null, slim text, body blob not null);
create index ready_of on ready (row);
create index unready on ready (kind) where slim is not null;
create table spans (span integer primary key, ready integer not null, kind text not null, place text not null,
  id text not null, clock integer not null, known_from integer not null, known_to integer not null,
  on_from integer not null, on_to integer not null, rank real, head blob not null);
create index spans_of on spans (ready);
create index in_order on spans (kind, place, id, known_from, known_to, on_from, on_to, clock, rank);
create table news (ready integer not null, day integer not null, clock integer not null,
  primary key (ready, day, clock)) without rowid;
create index news_on on news (day);
create index known_from on spans (kind, known_from);
create index known_to on spans (kind, known_to);
create index on_from on spans (kind, on_from);
create index on_to on spans (kind, on_to);
create table acts (entity text not null, ready integer not null, known_from integer not null,
  known_to integer not null, name text not null, primary key (entity, ready, known_from)) without rowid;
create index acts_of on acts (ready);
create table told (ready integer not null, known integer not null, day integer not null,
  primary key (ready, known, day)) without rowid;
"""
TABLES: Final = ("told", "acts", "news", "spans", "ready", "standing")


LATEST: Final = NEVER - 1  # the day asked about where all days are
STANDS: Final = "known_from <= {0} and known_to > {0} and on_from <= {1} and on_to > {1}"
OF_KIND: Final = "from spans indexed by in_order where kind = :kind and clock <> :other"
LINES: Final = f"select span, place, id, rank {OF_KIND} and {STANDS.format(':known', ':on')}"
IN_ORDER: Final = f"select span {OF_KIND} and {STANDS.format(':known', ':on')} order by place, id"
HIGHEST: Final = f"select span from ({LINES} order by rank desc, id limit :top) order by place, id"
FIRST: Final = STANDS.format(":known", ":on")
SECOND: Final = STANDS.format(":known2", ":on2")
BETWEEN: Final = "select span from spans where kind = :kind and {0} > min(:{1}, :{1}2) and {0} <= max(:{1}, :{1}2)"
SIDES: Final = (("known_from", "known"), ("known_to", "known"), ("on_from", "on"), ("on_to", "on"))  # of a span
MOVED: Final = (
    f"select span, place, id, {FIRST}, {SECOND} from spans where clock <> :other and ({FIRST}) <> ({SECOND})"
    f" and span in ({' union '.join(BETWEEN.format(*side) for side in SIDES)})"
)
NEWS: Final = (
    "select span, place, id, 1, 1 from spans indexed by spans_of where ready in (select ready from news where"
    " day > min(:known, :known2) and day <= max(:known, :known2) and clock <> :other)"
    f" and kind = :kind and clock <> :other and {FIRST} and {SECOND}"
)
DISPUTES: Final = (
    "select span, place, spans.id, rank, standing.id from spans join ready using (ready) join standing using (row)"
    f" where spans.kind = :kind and clock <> :other and {FIRST}"
)
OF_EVENTS: Final = ("event", "days", "denial")  # kinds of rows whose disputes are over events
DISPUTED: Final = (
    "select standing.kind, standing.id, head from spans join ready using (ready) join standing using (row)"
    f" where spans.kind = :kind and clock <> :other and standing.kind in {OF_EVENTS} and {FIRST}"
)
ACTING: Final = (
    "select entity, count(*), max(name) from acts where known_from <= :known and known_to > :known group by 1"
)
ACTED: Final = (
    "select distinct entity, day from acts join told using (ready) where entity in ({})"
    " and known_from <= :known and known_to > :known and told.known <= :known"
)
FETCH: Final = "select span, head, body from spans join ready using (ready) where span in ({})"
SPAN: Final = "(ready, kind, place, id, clock, known_from, known_to, on_from, on_to, rank, head)"
_ENCODER: Final = msgspec.json.Encoder()  # fields stay in the order of the line

Shown = tuple[Line, str, str | None, float | None]  # what a line shows, its place, its own id, its rank
Head = Callable[[str], Iterable[Shown]]  # works out the lines of a slim row


class Row(NamedTuple):
    """A state, a series, an event or the holders of an office, as it is kept."""

    kind: str
    id: str
    known: str | None  # first day on which a report told of it
    generous: str | None  # the same, with undated reports counted from their earliest day
    body: str  # "" where the lines are all that is asked of it
    basis: str  # all that its lines follow from

    @property
    def mark(self) -> str:
        """What its lines were made from: its basis, and the version of what makes lines ready."""
        return hashlib.blake2b(f"{MADE} {self.basis}".encode(), digest_size=12).hexdigest()


class Made(NamedTuple):
    """The lines of one kind that a row gives."""

    kind: Kind
    ready: Ready
    slim: str | None = None  # where its lines are too many to keep: what they are worked out from
    acts: Sequence[Act] = ()  # of an event: who acts in it
    told: Sequence[tuple[int, int]] = ()  # of an event: from when on its tellings are known, and their days


class Written(NamedTuple):
    """The lines of one kind that a row gives, as they are written."""

    kind: Kind
    slim: str | None
    body: bytes  # what the maker of its lines is given first
    spans: list[tuple[Any, ...]]  # the columns of SPAN, without the first
    news: list[tuple[int, int]]
    acts: list[Act]
    told: list[tuple[int, int]]


class Found(NamedTuple):
    """A line that answers a question, kept or worked out."""

    line: int | Worked
    place: str  # among the others
    id: str
    rank: float | None
    of: str = ""  # id of the row that gives it


@dataclass(frozen=True, slots=True)
class Days:
    """The two days of a question: the day asked about (None: any), and the day of knowledge (None: all is known)."""

    on: date | None
    known_by: date | None
    generous: bool

    @property
    def known(self) -> int:
        """The day of knowledge as an ordinal."""
        return self.known_by.toordinal() if self.known_by is not None else NEVER

    @property
    def clock(self) -> int:
        """The clock."""
        return GENEROUS if self.generous else STRICT

    def given(self, kind: str) -> dict[str, Any]:
        """As a query is given it."""
        other = STRICT if self.generous else GENEROUS
        on = self.on.toordinal() if self.on is not None else LATEST
        return {"kind": kind, "known": self.known, "on": on, "other": other}


class Standings:
    """The rows of one file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._answers: WeakSet[ReadyLines] = WeakSet()  # those that may have lines yet to be fetched

    def held(self) -> bool:
        """Whether the file has these tables; one of an older format has the bodies only, or fewer lines."""
        return self._db.execute("select 1 from sqlite_master where name = 'acts'").fetchone() is not None

    def lay(self) -> None:
        """Makes the tables, in place of those of an older format."""
        for name in TABLES:
            self._db.execute(f"drop table if exists {name}")
        for statement in filter(str.strip, SCHEMA.split(";")):
            self._db.execute(statement)

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

    def body(self, kind: str, name: str) -> str:
        """One of them."""
        found = self._db.execute("select body from standing where kind = ? and id = ?", (kind, name)).fetchone()
        return str(found[0])

    # keeping -------------------------------------------------------------------------------------------------------

    def keep(self, row: Row, made: Iterable[Written]) -> None:
        """Puts the row in place of the one of its kind and id."""
        self.drop(row.kind, row.id)
        sql = "insert into standing (kind, id, known, generous, mark, body) values (?, ?, ?, ?, ?, ?)"
        place = self._db.execute(sql, (*row[:4], row.mark, row.body)).lastrowid
        for one in made:
            given = (place, one.kind, one.slim, one.body)
            ready = self._db.execute("insert into ready (row, kind, slim, body) values (?, ?, ?, ?)", given).lastrowid
            self._db.executemany(f"insert into spans {SPAN} values (?{', ?' * 10})", ((ready, *s) for s in one.spans))
            self._db.executemany("insert into news values (?, ?, ?)", ((ready, *news) for news in one.news))
            self._db.executemany(
                "insert into acts (entity, known_from, known_to, name, ready) values (?, ?, ?, ?, ?)",
                ((*act, ready) for act in one.acts),
            )
            self._db.executemany("insert into told values (?, ?, ?)", ((ready, *told) for told in one.told))

    def drop(self, kind: str, name: str) -> None:
        """Takes the row away."""
        found = self._db.execute("select row from standing where kind = ? and id = ?", (kind, name)).fetchone()
        if found is None:
            return
        self._db.execute("delete from standing where row = ?", found)
        for ready in self._db.execute("select ready from ready where row = ?", found).fetchall():
            for table in TABLES[:-1]:
                self._db.execute(f"delete from {table} where ready = ?", ready)

    def is_kept(self, row: Row, made: Iterable[Written]) -> bool:
        """Whether exactly this row is kept, with exactly these lines."""
        sql = "select known, generous, mark, body, row from standing where kind = ? and id = ?"
        found = self._db.execute(sql, (row.kind, row.id)).fetchone()
        if found is None or found[:4] != (row.known, row.generous, row.mark, row.body):
            return False
        kept = self._db.execute("select ready, kind, slim, body from ready where row = ?", (found[4],)).fetchall()
        wanted = {one.kind: one for one in made}
        if sorted(kind for _, kind, _, _ in kept) != sorted(wanted):
            return False
        return all(self._same(ready, (slim, body), wanted[kind]) for ready, kind, slim, body in kept)

    def _same(self, ready: int, held: tuple[str | None, bytes], one: Written) -> bool:
        spans = self._db.execute(f"select {SPAN[8:-1]} from spans where ready = ?", (ready,)).fetchall()
        news = self._db.execute("select day, clock from news where ready = ?", (ready,)).fetchall()
        acts = self._db.execute(
            "select entity, known_from, known_to, name from acts where ready = ?", (ready,)
        ).fetchall()
        told = self._db.execute("select known, day from told where ready = ?", (ready,)).fetchall()
        if sorted(acts) != sorted(map(tuple, one.acts)) or sorted(told) != sorted(one.told):
            return False
        return held == (one.slim, one.body) and sorted(news) == sorted(one.news) and sorted(spans) == sorted(one.spans)

    # asking --------------------------------------------------------------------------------------------------------

    def lines(
        self, kind: Kind, asked: Days, head: Head, top: int | None = None, then: Then | None = None
    ) -> ReadyLines:
        """The lines that stand between the two days, with `top` those of the highest ranks.

        `head` works out the lines of which too many were needed to keep them.
        """
        if kind == "dispute":
            return self._answer(kind, _in_order(self._disputes(asked, head)), asked, then)
        few, given = self._worked(kind, asked, head), asked.given(kind) | {"top": top}
        if few:
            every = [*map(_kept, self._db.execute(LINES, given)), *few]
            if top is not None:
                every = sorted(every, key=lambda one: (-(one.rank or 0), one.id))[:top]
            return self._answer(kind, _in_order(every), asked, then)
        found = self._db.execute(IN_ORDER if top is None else HIGHEST, given)
        return self._answer(kind, [span for (span,) in found], asked, then)

    def moved(
        self, kind: Kind, first: Days, second: Days, head: Head, head2: Head
    ) -> tuple[Sequence[Line], Sequence[Line]]:
        """Of the lines of one pair of days and those of another, all that differ in any field, and few that do not.

        `head` and `head2` work out those that are not kept, on the first days and on the second.
        """
        both = ((first, head), (second, head2))
        if kind == "dispute":
            old, new = ([*self._disputes(asked, works)] for asked, works in both)
            spans = [{one.line for one in held if isinstance(one.line, int)} for held in (old, new)]
            same = spans[0] & spans[1]
            out = [[one for one in held if isinstance(one.line, Worked) or one.line not in same] for held in (old, new)]
        else:
            given = first.given(kind) | {"known2": second.known, "on2": second.given(kind)["on"]}
            rows = [*self._db.execute(MOVED, given), *self._db.execute(NEWS, given)]
            out = [[_kept((*row[:3], None)) for row in rows if row[3 + n]] for n in range(2)]
            out = [own + self._worked(kind, *by) for own, by in zip(out, both, strict=True)]
        bodies: dict[bytes, Any] = {}
        old_lines, new_lines = (
            self._answer(kind, _in_order(own), asked, None).read(bodies)
            for own, (asked, _) in zip(out, both, strict=True)
        )
        return old_lines, new_lines

    def _disputes(self, asked: Days, head: Head) -> Iterable[Found]:
        """The disputes that stand: of those with one id the last, by rank and by what they are over."""
        rows = [Found(*row) for row in self._db.execute(DISPUTES, asked.given("dispute"))]
        rows += self._worked("dispute", asked, head)
        return {one.id: one for one in sorted(rows, key=lambda one: (one.rank or 0, one.of))}.values()

    def gaps(self, asked: Days, head: Head, before: Iterable[Line]) -> ReadyLines:
        """The gaps that stand between the two days, behind those that were worked out from the whole record."""
        every = [*map(_kept, self._db.execute(LINES, asked.given("gap"))), *self._worked("gap", asked, head)]
        return self._answer("gap", [*(Worked(line, None) for line in before), *_in_order(every)], asked, None)

    def acting(self, asked: Days, head: Head) -> tuple[dict[str, tuple[int, str]], Sequence[Line]]:
        """In how many events each entity acts, and its name; and the lines that tell of more, which are not kept."""
        given = {"known": asked.known}
        found = {entity: (lines, name) for entity, lines, name in self._db.execute(ACTING, given)}
        more = self._worked("event", asked, head)
        return found, [dict(line) for line in self._answer("event", _in_order(more), asked, None)] if more else []

    def acted(self, asked: Days, entities: Sequence[str]) -> dict[str, set[int]]:
        """The days on which reports came out that tell of events in which these act."""
        names = {f"e{n}": entity for n, entity in enumerate(entities)}
        sql = ACTED.format(", ".join(f":{n}" for n in names))
        out: dict[str, set[int]] = {entity: set() for entity in entities}
        for entity, day in self._db.execute(sql, {"known": asked.known, **names}):
            out[entity].add(day)
        return out

    def disputed(self, asked: Days, head: Head) -> frozenset[str]:
        """The events over which there is a dispute."""
        found: set[str] = set()
        for kind, name, line in self._db.execute(DISPUTED, asked.given("dispute")):
            found.update([name] if kind == "event" else msgspec.json.decode(line)["about"])
        worked = [one.line for one in self._worked("dispute", asked, head, OF_EVENTS)]
        return frozenset(found.union(*(one.head["about"] for one in worked if isinstance(one, Worked))))

    def settle(self) -> None:
        """Fetches what answers have left unread: the file is about to be closed or changed."""
        for answer in tuple(self._answers):
            with contextlib.suppress(DatelineError):  # changed by another program: it says so if it is read
                answer.settle()
        self._answers.clear()

    def _answer(self, kind: Kind, found: Sequence[int | Worked], asked: Days, then: Then | None) -> ReadyLines:
        version = self._version()

        def fetch(spans: Sequence[int]) -> dict[int, Parts]:
            if self._version() != version:
                raise DatelineError("The file was changed by another program before the answer was read. Ask again.")
            sql = FETCH.format(", ".join("?" * len(spans)))
            return {span: (head, body) for span, head, body in self._db.execute(sql, spans)}

        answer = ReadyLines(kind, found, (asked.known, asked.clock), fetch, then)
        self._answers.add(answer)
        return answer

    def _version(self) -> int:
        """A number that another program changes when it changes the file; -1 when the file is closed."""
        try:
            return int(self._db.execute("pragma data_version").fetchone()[0])
        except sqlite3.ProgrammingError:
            return -1

    def _worked(self, kind: Kind, asked: Days, head: Head, only: Sequence[str] = ()) -> list[Found]:
        """The lines that are worked out when they are asked for; `only` of rows of these kinds, if any are given."""
        column = "generous" if asked.generous else "known"
        sql = "select standing.id, slim, ready.body from ready join standing using (row) where ready.kind = ?"
        given = (kind, asked.known_by is None, asked.known_by.isoformat() if asked.known_by is not None else "")
        sql += f" and standing.kind in ({', '.join(map(repr, only))})" if only else ""
        found = self._db.execute(f"{sql} and slim is not null and (? or {column} <= ?)", given).fetchall()
        return [
            Found(Worked(line, body if name is None else None), place, name or row, rank, row)
            for row, slim, body in found
            for line, place, name, rank in head(slim)
        ]


def _kept(row: tuple[int, str, str, float | None]) -> Found:
    return Found(*row)


def _in_order(found: Iterable[Found]) -> list[int | Worked]:
    return [one.line for one in sorted(found, key=lambda one: (one.place, one.id))]


def written(one: Made, name: str) -> Written:
    """The lines as they are written; `name`: id of the row that gives them."""
    body = _ENCODER.encode(kept_parts(one.kind, one.ready))
    return Written(one.kind, one.slim, body, [*_spans(one, name)], [*_news(one)], [*one.acts], [*one.told])


def _spans(one: Made, name: str) -> Iterator[tuple[Any, ...]]:
    for s in one.ready.spans or ():
        days = (s.clock, s.known_from, s.known_to, s.on_from, s.on_to)
        yield (one.kind, s.place, s.id or name, *days, s.rank, _ENCODER.encode(s.head))


def _news(one: Made) -> set[tuple[int, int]]:
    """On which days of which clock something is told that may leave its span as it is."""
    if one.kind not in ("state", "series") or one.ready.spans is None or len(one.ready.items) < 2:
        return set()
    days = [(item[STRICT], item[GENEROUS]) for item in one.ready.items]
    alike = {(strict, BOTH) for strict, generous in days if strict == generous}
    return alike | {p for s, g in days if s != g for p in ((s, STRICT), (g, GENEROUS))}
