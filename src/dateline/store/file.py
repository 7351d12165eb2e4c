"""One situation in one SQLite file: reports, what was read from them, a log of judgements, and the derived record.

What stands and how the figures moved is kept in tables of their own (`standing.py`), so that a question with a day
fetches what was known by then, and nothing of the rest.

In:   reports, what was read from them, judgements; a path.
Out:  the same again, in an order that does not depend on when they came.
Room: store. It opens and closes the database; it decides nothing about reports.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

from dateline.claim.model import ReadReport
from dateline.record.judgement import Judgement
from dateline.report.model import Report
from dateline.store.codec import dumps, loads
from dateline.store.standing import Standings
from dateline.terms import DatelineError

FORMAT: Final = 4  # raised when the tables change; see `_check_format`
READS: Final = (2, 3, FORMAT)  # one of an older format answers more slowly, until it is derived anew
CACHE: Final = 65_536  # KiB of pages kept in memory: what a question to a large record reads twice
SCHEMA: Final = """
create table meta (key text primary key, value text not null);
create table reports (id text not null, fingerprint text not null, body text not null, primary key (id, fingerprint));
create table reads (fingerprint text not null, reader text not null, body text not null, primary key (fingerprint));
create table log (line integer primary key, kind text not null, body text not null);
create table derived (part text primary key, body text not null);
create virtual table sentences using fts5 (report unindexed, first unindexed, last unindexed, words);
"""


def fingerprint(report: Report) -> str:
    """SHA-256 of a version of a report: its text and all that was given beside it, but not where its file lay."""
    return hashlib.sha256(dumps(dataclasses.replace(report, file=None)).encode()).hexdigest()


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to the file; DatelineError where the path is a folder, lies in none, or may not be opened."""
    if path.is_dir():
        raise DatelineError(f"{path} is a folder, and a record is one file. Name the file, as in:  {path}/my.dateline")
    if not path.parent.is_dir():
        raise DatelineError(
            f"There is no folder {path.parent} to keep {path.name} in. Make it first, or check the path."
        )
    try:
        return sqlite3.connect(path)
    except sqlite3.OperationalError as error:
        raise DatelineError(f"{path} cannot be opened ({error}). See whether you may read and write it.") from error


class Store:
    """An open situation file; use it as a context manager."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        if not path.exists() and not create:
            raise DatelineError(f"{path} does not exist. Make it with:  dateline add {path} REPORTS...")
        fresh = not path.exists() or path.stat().st_size == 0
        self._db = _connected(path)
        self.standings = Standings(self._db)
        try:
            if fresh:
                self._db.executescript(f"begin; {SCHEMA}")  # in one change: each table by itself waits for the disk
                self.standings.lay()
                self._db.execute("insert into meta values ('format', ?)", (str(FORMAT),))
                self._db.commit()
            self._check_format()
            self._db.execute(f"pragma cache_size = -{CACHE}")
        except (sqlite3.DatabaseError, DatelineError) as error:
            self._db.close()
            if isinstance(error, DatelineError):
                raise
            if "locked" in str(error):
                raise DatelineError(f"Another program is writing {path}. Try again when it has finished.") from error
            raise DatelineError(
                f"{path} is not a Dateline file ({error}). Give another name for the record."
            ) from error

    def _check_format(self) -> None:
        row = self._db.execute("select value from meta where key = 'format'").fetchone()
        found = int(row[0]) if row and row[0].isdigit() else 0
        if found in READS:
            return
        if found > FORMAT:
            raise DatelineError(
                f"{self.path} was written by a newer Dateline (file format {found}, this one reads {FORMAT}). "
                "Upgrade with:  pip install --upgrade dateline"
            )
        raise DatelineError(f"{self.path} has file format {found}; add its reports again to a new file.")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was not committed is undone. Answers that were given can still be read."""
        self.standings.settle()
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All writes inside happen together or not at all. Answers that were given before stay as they were."""
        self.standings.settle()
        try:
            with self._db:
                if not self._db.in_transaction:
                    self._db.execute("begin")  # else tables are made one by one, and each waits for the disk
                yield
        except sqlite3.OperationalError as error:
            raise DatelineError(f"{self.path} could not be written ({error}). Nothing was changed.") from error

    # reports -------------------------------------------------------------------------------------------------------

    def ids(self) -> frozenset[str]:
        """The ids of all reports kept."""
        return frozenset(name for (name,) in self._db.execute("select distinct id from reports"))

    def has(self, name: str, mark: str) -> bool:
        """Whether the report is kept already in the very version with that fingerprint."""
        sql = "select 1 from reports where id = ? and fingerprint = ?"
        return self._db.execute(sql, (name, mark)).fetchone() is not None

    def keep(self, report: Report) -> None:
        """Adds a version of a report."""
        row = (report.id, fingerprint(report), dumps(report))
        self._db.execute("insert or ignore into reports values (?, ?, ?)", row)

    def reports(self) -> tuple[tuple[str, Report], ...]:
        """All versions with their fingerprints, by id, then fingerprint."""
        rows = self._db.execute("select fingerprint, body from reports order by id, fingerprint")
        return tuple((mark, loads(Report, body)) for mark, body in rows)

    def versions(self) -> dict[str, tuple[Report, ...]]:
        """The reports of which several versions are kept, by id."""
        sql = "select id, body from reports where id in (select id from reports group by id having count(*) > 1)"
        out: dict[str, tuple[Report, ...]] = {}
        for name, body in self._db.execute(f"{sql} order by id, fingerprint"):
            out[name] = (*out.get(name, ()), loads(Report, body))
        return out

    # what was read -------------------------------------------------------------------------------------------------

    def read_of(self, mark: str) -> ReadReport | None:
        """What was read from that version of a report, by whichever version of the rules it was; None if nothing."""
        row = self._db.execute("select body from reads where fingerprint = ?", (mark,)).fetchone()
        return loads(ReadReport, row[0]) if row else None

    def has_read(self, mark: str, reader: str) -> bool:
        """Whether what this version of the rules read from that version of a report is kept."""
        sql = "select 1 from reads where fingerprint = ? and reader = ?"
        return self._db.execute(sql, (mark, reader)).fetchone() is not None

    def keep_read(self, mark: str, reader: str, body: str) -> None:
        """Keeps what was read, as the codec wrote it; a newer reading takes the place of an older one."""
        self._db.execute("insert or replace into reads values (?, ?, ?)", (mark, reader, body))

    # judgements ----------------------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> None:
        """Appends a judgement to the log; nothing is ever taken out of it."""
        self._db.execute("insert into log (kind, body) values (?, ?)", (judgement.kind, dumps(judgement)))

    def judgements(self) -> tuple[tuple[int, Judgement], ...]:
        """The log with its line numbers, oldest first."""
        rows = self._db.execute("select line, body from log order by line")
        return tuple((line, loads(Judgement, body)) for line, body in rows)

    # what was derived ----------------------------------------------------------------------------------------------

    def derived(self, part: str) -> str | None:
        """A derived part as it was kept, or None."""
        row = self._db.execute("select body from derived where part = ?", (part,)).fetchone()
        return row[0] if row else None

    def keep_derived(self, parts: dict[str, str]) -> None:
        """Replaces everything derived."""
        self._db.execute("delete from derived")
        self._db.executemany("insert into derived values (?, ?)", sorted(parts.items()))

    def distrust(self) -> None:
        """Notes, where the file can be written, that what was derived must be derived anew by the next `add`."""
        with contextlib.suppress(sqlite3.OperationalError), self.change():
            self._db.execute("delete from derived where part = 'ready'")

    def lay_standings(self, anew: bool) -> None:
        """Empty tables for what is kept in rows: in a file of an older format, and where all is to be kept `anew`."""
        if anew or not self.standings.held():
            self.standings.lay()
            self._db.execute("update meta set value = ? where key = 'format'", (str(FORMAT),))

    def keep_sentences(self, rows: Iterable[tuple[str, int, int, str]]) -> None:
        """Replaces the index of sentences: (report id, start, end, words)."""
        self._db.execute("delete from sentences")
        self._db.executemany("insert into sentences values (?, ?, ?, ?)", rows)

    def find_sentences(self, words: str, limit: int) -> tuple[tuple[str, int, int, str], ...]:
        """The sentences that hold all the words, by report and place."""
        quoted = " ".join('"' + w.replace('"', '""') + '"' for w in words.split())
        if not quoted:
            return ()
        sql = "select report, first, last, words from sentences where sentences match ? order by report, first limit ?"
        return tuple(self._db.execute(sql, (quoted, limit)))

    def sound(self) -> str:
        """SQLite's own word on the file: "ok", or what is broken."""
        try:
            return " ".join(str(self._db.execute("pragma integrity_check(1)").fetchone()[0]).split())
        except sqlite3.DatabaseError as error:
            return str(error)

    def copy_to(self, target: Path) -> None:
        """Writes a whole copy, safe while others read; DatelineError where it cannot be written."""
        copy = _connected(target)
        try:
            self._db.backup(copy)
        except sqlite3.OperationalError as error:
            raise DatelineError(f"{target} could not be written ({error}). Give another place.") from error
        finally:
            copy.close()
