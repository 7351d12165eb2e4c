"""The Python face: a situation that is added to and asked.

In:   a path; reports as paths, dicts or text; days as dates or words.
Out:  Lines of answers.
Room: view.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from dateline import pipeline
from dateline.lexicon.tables import table_file
from dateline.record.judgement import KINDS, Judgement, checked_factuality, standing, undone, when_of
from dateline.report.model import Report
from dateline.store.file import Store
from dateline.terms import Anchor, DatelineError, Refusal
from dateline.view import ask
from dateline.view.ask import Asked, Worked
from dateline.view.lines import Lines

if TYPE_CHECKING:
    from dateline.pipeline import Added, Progress

Day = date | str | None
GRADES: Final = ("A", "B", "C", "D", "E", "F")
NEEDED: Final = ("verb", "slot", "effect")  # columns of a table of states
FORMS: Final = ("markdown", "html")
NAMED: Final = 20  # publishers that a message lists


def open_situation(path: str | Path, create: bool = True, lexicon: str | Path | None = None) -> Situation:
    """Opens the record in a file, and makes it if it is not there.

    `lexicon` is a table of your own in the form of lexicon/states.tsv; its rows come before ours.
    Raises DatelineError if the file is no record, or one that this version cannot read.
    """
    rows = table_file(Path(lexicon), NEEDED) if lexicon is not None else ()
    return Situation(Store(Path(path), create=create), rows)


class Situation:
    """One record: reports go in, sourced lines come out."""

    def __init__(self, store: Store, rows: tuple[Mapping[str, str], ...] = ()) -> None:
        self._store = store
        self._rows = rows
        self._asked: Asked | None = None

    def __enter__(self) -> Situation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._store.close()

    # adding --------------------------------------------------------------------------------------------------------

    def add(
        self,
        reports: Iterable[str | Path | Mapping[str, Any]] | str | Path | Mapping[str, Any],
        published: Day = None,
        workers: int = 1,
        progress: Progress | None = None,
    ) -> Added:
        """Adds a file, a folder, a row (`id url publisher byline published title text language`), or several of them.

        `published` is when they came out, where they do not say; `workers` 0 is one for each processor.
        """
        given = [reports] if isinstance(reports, (str, Path, Mapping)) else list(reports)
        done = pipeline.add(self._store, _inputs(given, published), workers or _processors(), progress)
        self._asked = None
        return done

    def correct(self, kind: str, about: str | Iterable[str], value: str = "", why: str = "") -> int:
        """Keeps a person's decision and derives the record again; the number of its line in the log.

        `kind` is what is decided about the reports, claims, lines or publishers in `about`: "published", "date",
        "factuality", "grade", "same", "apart", "withdraw", or "undo" of a line of the log.
        Raises DatelineError where the decision makes no sense.
        """
        if kind not in KINDS:
            raise DatelineError(f"{kind!r} is nothing that can be decided. Give one of: {', '.join(KINDS)}.")
        judgement = Judgement(
            kind, self._claims_of(kind, (about,) if isinstance(about, str) else tuple(about)), value, why
        )
        _check(judgement, self._store)
        pipeline.judge(self._store, judgement)
        self._asked = None
        return self._store.judgements()[-1][0]

    def _claims_of(self, kind: str, about: tuple[str, ...]) -> tuple[str, ...]:
        """Claims for lines: a judgement speaks of claims, never of cluster numbers."""
        if kind not in ("date", "factuality", "same", "apart"):
            return about
        events = {event.id: event for event in self.asked.record.events}
        out: list[str] = []
        for name in about:
            out += events[name].claims if name in events else (name,)
        unknown = [c for c in out if c not in self.asked.record.claims]
        if unknown:
            raise DatelineError(
                f"No claim or event of {self._store.path} has the id {', '.join(unknown)}. Find ids with `timeline`."
            )
        return tuple(dict.fromkeys(out))

    # asking --------------------------------------------------------------------------------------------------------

    @property
    def asked(self) -> Asked:
        """The situation as it stands; its parts are fetched as questions need them."""
        if self._asked is None:
            grades = {
                about: j.value for j in standing(self._store.judgements()) if j.kind == "grade" for about in j.about
            }
            held = pipeline.Held(self._store)
            parts = Worked(held.record, self._rows) if self._rows else held
            self._asked = Asked(parts, grades, held.earlier, self._rows, lambda: held.versions)
        return self._asked

    def sources(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """The reports: when each came out and why we think so; with `on` those that were out by that day."""
        return Lines("sources", ask.sources(self.asked, _day(on), _day(known_by), generous))

    def timeline(self, on: Day = None, known_by: Day = None, top: int | None = None, generous: bool = False) -> Lines:
        """What happened, was planned, demanded or denied, and when; with `top` only so many, of the highest rank."""
        _at_least_one("top", top)
        return Lines("timeline", ask.timeline(self.asked, _day(on), _day(known_by), top, generous))

    def figures(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """How the figures moved."""
        return Lines("figures", ask.figures(self.asked, _day(on), _day(known_by), generous))

    def inforce(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """What stands on a day."""
        return Lines("inforce", ask.inforce(self.asked, _day(on), _day(known_by), generous))

    def disputes(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """Where the reports disagree; with `on` over days up to that one."""
        return Lines("disputes", ask.disputes_of(self.asked, _day(on), _day(known_by), generous))

    def changes(self, since: Day, until: Day = None, generous: bool = False) -> Lines:
        """What somebody who knew the record on one day must learn by another."""
        first = _day(since)
        if first is None:
            raise DatelineError("changes needs the day since which to look.")
        return Lines("changes", ask.changes_of(self.asked, first, _day(until), generous))

    def gaps(self, on: Day = None, known_by: Day = None) -> Lines:
        """What nobody reported on."""
        return Lines("gaps", ask.gaps_of(self.asked, _day(on), _day(known_by)))

    def entities(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """Who and what is named, in every spelling; with `on` by events up to that day."""
        return Lines("entities", ask.entities(self.asked, _day(on), _day(known_by), generous))

    def search(self, words: str, limit: int = 50) -> Lines:
        """The sentences that hold all the words, at most `limit` of them."""
        _at_least_one("limit", limit)
        found = self._store.find_sentences(words, limit)
        return Lines("search", ({"anchor": Anchor(r, a, b, text).to_dict()} for r, a, b, text in found))

    def why(self, line: str) -> Lines:
        """The whole trail of a line, claim or report; DatelineError where no line has or had that id."""
        from dateline.view.why import trail  # noqa: PLC0415 - only this question needs it

        return Lines("why", trail(self.asked, line, standing(self._store.judgements())))

    def brief(
        self, form: str = "markdown", title: str = "Brief", on: Day = None, known_by: Day = None, since: Day = None
    ) -> str:
        """A brief as Markdown, or as one HTML page that needs nothing else ("html"); DatelineError for other forms."""
        if form not in FORMS:
            raise DatelineError(f"{form!r} is no form of a brief. Give one of: {', '.join(FORMS)}.")
        from dateline.view.brief import brief_of  # noqa: PLC0415 - only this question needs it
        from dateline.view.page import page  # noqa: PLC0415

        told = brief_of(self.asked, title, _day(on), _day(known_by), _day(since))
        return page(told) if form == "html" else told.markdown()

    def status(self) -> dict[str, Any]:
        """Counts, versions, and what waits for a person."""
        from dateline import __version__  # noqa: PLC0415 - the package imports this module lazily

        return ask.status(self.asked, {"dateline": __version__, "reader": pipeline.version()})

    def review(self) -> list[dict[str, Any]]:
        """The log of decisions, oldest first."""
        log = self._store.judgements()
        gone = undone(log)
        return [
            {"line": n, "kind": j.kind, "about": list(j.about), "value": j.value, "why": j.why, "stands": n not in gone}
            for n, j in log
        ]

    def verify(self) -> list[str]:
        """What is wrong with the file; nothing, if all is well. What is wrong with it the next `add` derives anew.

        Of a damaged file no more is said than that: what it holds cannot be trusted.
        """
        sound = self._store.sound()
        if sound != "ok":
            return [f"{self._store.path} is damaged ({sound}). Go back to a backup, or add its reports to a new file."]
        faults = []
        if not pipeline.derives_again(self._store):
            self._store.distrust()
            faults.append("deriving again gives another record; add any report, also one it holds, to derive it anew")
        return faults + ask.faults(self.asked)

    def backup(self, target: str | Path) -> None:
        """Writes a whole copy; DatelineError where there is such a file already, or it cannot be written."""
        target = Path(target)
        if target.exists():
            raise DatelineError(f"{target} is there already. Give another name.")
        self._store.copy_to(target)


def _inputs(given: Sequence[str | Path | Mapping[str, Any]], published: Day) -> Iterator[Report | Refusal]:
    day = published if isinstance(published, str) else _day(published)
    words = day.isoformat() if isinstance(day, date) else day
    if "" in given:  # it would stand for the folder that the program is in
        raise DatelineError("A path is empty. Give the name of a file or folder of reports.")
    rows = [item for item in given if isinstance(item, Mapping)]
    paths = [Path(item) for item in given if not isinstance(item, Mapping)]
    yield from pipeline.gather(paths, words)
    yield from pipeline.from_rows(rows)


def _at_least_one(name: str, number: int | None) -> None:
    if number is not None and number < 1:
        raise DatelineError(f"{name} is {number}. Give 1 or more, or leave it out.")


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _day(day: Day) -> date | None:
    """The day meant: of a month or year the last, of a moment its day."""
    if isinstance(day, str):
        return when_of(day).latest
    return day.date() if isinstance(day, datetime) else day


def _check(judgement: Judgement, store: Store) -> None:
    """DatelineError where the decision makes no sense."""
    known = {report.id for _, report in store.reports()}
    if judgement.kind in ("published", "date") or (judgement.kind == "withdraw" and judgement.value):
        when_of(judgement.value)
    if judgement.kind == "factuality":
        checked_factuality(judgement.value)
    if judgement.kind == "grade" and judgement.value not in GRADES:
        raise DatelineError(f"{judgement.value!r} is no grade. Give a letter from A (reliable) to F (not known).")
    unknown = ", ".join(sorted(set(judgement.about) - known))
    if unknown and judgement.kind in ("published", "withdraw"):
        raise DatelineError(f"No report has the id {unknown}. See them with `dateline sources {store.path}`.")
    publishers = {report.publisher for _, report in store.reports() if report.publisher}
    unknown = ", ".join(sorted(set(judgement.about) - known - publishers))
    if unknown and judgement.kind == "grade":
        names = ", ".join(sorted(publishers)[:NAMED]) or "none that is known"
        raise DatelineError(f"No report has the id {unknown} or comes from such a publisher. Publishers: {names}.")
    if judgement.kind in ("same", "apart") and len(judgement.about) < 2:
        raise DatelineError(f"--{judgement.kind} needs two claims or lines.")
    if judgement.kind == "undo" and judgement.about not in {(str(n),) for n, _ in store.judgements()}:
        line = ", ".join(judgement.about)
        raise DatelineError(f"The log has no line {line}. See it with `dateline review {store.path}`.")
