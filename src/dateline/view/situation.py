"""The Python face: a situation that is added to and asked.

In:   a path; reports as paths, dicts or text; days as dates or words.
Out:  Lines of answers.
Room: view.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from dateline import pipeline
from dateline.lexicon.tables import table_file
from dateline.record.judgement import Judgement, JudgementKind, checked_factuality, standing, when_of
from dateline.report.model import Report
from dateline.store.file import Store
from dateline.terms import Anchor, DatelineError, Refusal
from dateline.view import ask
from dateline.view.ask import Asked, Worked
from dateline.view.lines import Lines

if TYPE_CHECKING:
    from dateline.pipeline import Added, Progress

Day = date | str | None
GRADES = "ABCDEF"


def open_situation(path: str | Path, create: bool = True, lexicon: str | Path | None = None) -> Situation:
    """Opens the record in a file, and makes it if it is not there.

    `lexicon` is a table of your own in the form of lexicon/states.tsv; its rows come before ours.
    Raises DatelineError if the file is no record, or one that this version cannot read.
    """
    rows = table_file(Path(lexicon)) if lexicon is not None else ()
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
        reports: Iterable[str | Path | Mapping[str, Any]] | str | Path,
        published: Day = None,
        workers: int = 1,
        progress: Progress | None = None,
    ) -> Added:
        """Adds files, folders, or rows (`id url publisher byline published title text language`).

        `published` is when they came out, where they do not say; `workers` 0 is one for each processor.
        """
        given: list[str | Path | Mapping[str, Any]] = [reports] if isinstance(reports, (str, Path)) else list(reports)
        done = pipeline.add(self._store, _inputs(given, published), workers or _processors(), progress)
        self._asked = None
        return done

    def correct(self, kind: str, about: tuple[str, ...], value: str = "", why: str = "") -> int:
        """Keeps a person's decision and derives the record again; the number of its line in the log."""
        judgement = Judgement(cast(JudgementKind, kind), self._claims_of(kind, about), value, why)
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
                f"{', '.join(unknown)} is no claim or event of {self._store.path}. Find ids with `timeline`."
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

    def sources(self, known_by: Day = None, generous: bool = False) -> Lines:
        """The reports: when each came out and why we think so."""
        return Lines("sources", ask.sources(self.asked, _day(known_by), generous))

    def timeline(self, on: Day = None, known_by: Day = None, top: int | None = None, generous: bool = False) -> Lines:
        """What happened, was planned, demanded or denied, and when."""
        return Lines("timeline", ask.timeline(self.asked, _day(on), _day(known_by), top, generous))

    def figures(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """How the figures moved."""
        return Lines("figures", ask.figures(self.asked, _day(on), _day(known_by), generous))

    def inforce(self, on: Day = None, known_by: Day = None, generous: bool = False) -> Lines:
        """What stands on a day."""
        return Lines("inforce", ask.inforce(self.asked, _day(on), _day(known_by), generous))

    def disputes(self, known_by: Day = None, generous: bool = False) -> Lines:
        """Where the reports disagree."""
        return Lines("disputes", ask.disputes_of(self.asked, _day(known_by), generous))

    def changes(self, since: Day, until: Day = None, generous: bool = False) -> Lines:
        """What somebody who knew the record on one day must learn by another."""
        first = _day(since)
        if first is None:
            raise DatelineError("changes needs the day since which to look.")
        return Lines("changes", ask.changes_of(self.asked, first, _day(until), generous))

    def gaps(self, on: Day = None, known_by: Day = None) -> Lines:
        """What nobody reported on."""
        return Lines("gaps", ask.gaps_of(self.asked, _day(on), _day(known_by)))

    def entities(self, known_by: Day = None, generous: bool = False) -> Lines:
        """Who and what is named, in every spelling."""
        return Lines("entities", ask.entities(self.asked, _day(known_by), generous))

    def search(self, words: str, limit: int = 50) -> Lines:
        """The sentences that hold all the words."""
        found = self._store.find_sentences(words, limit)
        return Lines("search", ({"anchor": Anchor(r, a, b, text).to_dict()} for r, a, b, text in found))

    def why(self, line: str) -> Lines:
        """The whole trail of a line, claim or report; DatelineError where no line has or had that id."""
        from dateline.view.why import trail  # noqa: PLC0415 - only this question needs it

        return Lines("why", trail(self.asked, line, standing(self._store.judgements())))

    def brief(
        self, form: str = "markdown", title: str = "Brief", on: Day = None, known_by: Day = None, since: Day = None
    ) -> str:
        """A brief as Markdown, or as one HTML page that needs nothing else ("html")."""
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
        stands = standing(log)
        return [
            {"line": n, "kind": j.kind, "about": list(j.about), "value": j.value, "why": j.why, "stands": j in stands}
            for n, j in log
        ]

    def verify(self) -> list[str]:
        """What is wrong with the file; nothing, if all is well. What is wrong with it the next `add` derives anew."""
        sound = self._store.sound()
        faults = [] if sound == "ok" else [f"the file is damaged: {sound}"]
        if not pipeline.derives_again(self._store):
            self._store.distrust()
            faults.append("deriving again gives another record; add any report, also one it holds, to derive it anew")
        return faults + ask.faults(self.asked)

    def backup(self, target: Path) -> None:
        """Writes a whole copy."""
        self._store.copy_to(target)


def _inputs(given: list[str | Path | Mapping[str, Any]], published: Day) -> Iterator[Report | Refusal]:
    words = published.isoformat() if isinstance(published, date) else published
    rows = [item for item in given if isinstance(item, Mapping)]
    paths = [Path(item) for item in given if not isinstance(item, Mapping)]
    yield from pipeline.gather(paths, words)
    yield from pipeline.from_rows(rows)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _day(day: Day) -> date | None:
    return when_of(day).latest if isinstance(day, str) else day


def _check(judgement: Judgement, store: Store) -> None:
    """DatelineError where the decision makes no sense."""
    known = {report.id for _, report in store.reports()}
    if judgement.kind in ("published", "date") or (judgement.kind == "withdraw" and judgement.value):
        when_of(judgement.value)
    if judgement.kind == "factuality":
        checked_factuality(judgement.value)
    if judgement.kind == "grade" and judgement.value not in GRADES:
        raise DatelineError(f"{judgement.value!r} is no grade. Give a letter from A (reliable) to F (not known).")
    if judgement.kind in ("published", "withdraw"):
        unknown = sorted(set(judgement.about) - known)
        if unknown:
            raise DatelineError(
                f"No report has the id {', '.join(unknown)}. See them with `dateline sources {store.path}`."
            )
    if judgement.kind in ("same", "apart") and len(judgement.about) < 2:
        raise DatelineError(f"--{judgement.kind} needs two claims or lines.")
    if judgement.kind == "undo" and int(judgement.about[0]) not in {n for n, _ in store.judgements()}:
        raise DatelineError(f"The log has no line {judgement.about[0]}. See it with `dateline review {store.path}`.")
