"""What a kept situation holds, fetched as it is asked for.

In:   an open store.
Out:  its record, states, series, and the lines that were made ready.
Room: pipeline. What a question does not need is not even loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dateline.record.model import Record
from dateline.report.model import Report
from dateline.state.made import MADE, Kind
from dateline.state.model import Answer, State
from dateline.store.answers import Then
from dateline.store.codec import loads
from dateline.store.file import Store
from dateline.store.standing import Days, Head, Shown

if TYPE_CHECKING:
    from dateline.state.series import Series


class Held:
    """What a kept situation holds, fetched as it is asked for; all of it follows from the store alone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._earlier: dict[tuple[tuple[str, str], ...], Record] = {}

    def earlier(self, known_by: date, generous: bool = False) -> Record | None:
        """The record as it was known by the day, where a later version or withdrawal has changed it since; else None.

        It is linked anew from what was read; nothing of it is kept.
        """
        settled = self._store.derived("settled, generously" if generous else "settled")
        if not settled or known_by >= date.fromisoformat(settled):
            return None
        from dateline.pipeline.deriving import earlier  # noqa: PLC0415 - only such a day needs the linking

        return earlier(self._store, known_by, generous, self._earlier)

    @cached_property
    def versions(self) -> dict[str, tuple[Report, ...]]:
        """The reports that came out more than once with different texts: their versions, in order."""
        from dateline.report.versions import in_order  # noqa: PLC0415 - few records have any

        return {name: in_order(held_versions) for name, held_versions in sorted(self._store.versions().items())}

    @cached_property
    def record(self) -> Record:
        """The whole record."""
        from dateline.pipeline.deriving import record_of  # noqa: PLC0415 - the boards are asked for without it

        return record_of(self._store)

    def states(self, known_by: date | None = None, generous: bool = False) -> tuple[State, ...]:
        """The states of which something was told by the day, by id."""
        return tuple(loads(State, body) for body in self._store.standings.bodies("state", known_by, generous))

    def series(self, known_by: date | None = None, generous: bool = False) -> tuple[Series, ...]:
        """The series of which something was told by the day, by id."""
        from dateline.state.series import Series  # noqa: PLC0415 - the boards are asked for without it

        return tuple(loads(Series, body) for body in self._store.standings.bodies("series", known_by, generous))

    def ready(
        self,
        kind: Kind,
        on: date | None,
        known_by: date | None,
        generous: bool = False,
        top: int | None = None,
        then: Then | None = None,
    ) -> Sequence[Answer] | None:
        """The lines of a list as they were made ready, `then` applied to each; None where this version made none."""
        if not self._made_ready:
            return None
        days = Days(on, known_by, generous)
        return self._store.standings.lines(kind, days, self._head(kind, days), top, then)

    def moved(self, kind: Kind, first: Days, second: Days) -> tuple[Sequence[Answer], Sequence[Answer]] | None:
        """Of the lines of a list on two pairs of days, those that differ; None where this version made none ready."""
        if not self._made_ready:
            return None
        read: dict[str, Any] = {}
        heads = [self._head(kind, days, read) for days in (first, second)]
        return self._store.standings.moved(kind, first, second, heads[0], heads[1])

    def gaps(self, day: date, known_by: date | None) -> Sequence[Answer] | None:
        """What is not told, as known by the day; None where this version made no lines ready."""
        if not self._made_ready:
            return None
        from dateline.state.gaps import Acting, acting, actors, in_order, most_told, silences  # noqa: PLC0415

        days, standings = Days(day, known_by, False), self._store.standings
        count, more = standings.acting(days, self._head("event", days))
        also = acting(more)
        lines = {e: count.get(e, (0, ""))[0] + (also[e].lines if e in also else 0) for e in count.keys() | also.keys()}
        most = most_told(lines)
        told = {e: {date.fromordinal(d) for d in found} for e, found in standings.acted(days, most).items()}
        followed = {
            e: Acting(
                count[e][1] if e in count else also[e].name, lines[e], told[e].union(also[e].days if e in also else ())
            )
            for e in most
        }
        before = in_order([*silences(self.days_told, day), *actors(followed, day)])
        return standings.gaps(days, self._head("gap", days), before)

    def disputed(self, known_by: date | None, generous: bool) -> frozenset[str] | None:
        """What there is a dispute over, events above all; None where this version made no lines ready."""
        days = Days(None, known_by, generous)
        return self._store.standings.disputed(days, self._head("dispute", days)) if self._made_ready else None

    def _head(self, kind: Kind, days: Days, read: dict[str, Any] | None = None) -> Head:
        """What works out the lines that are too many to be kept; `read`: what the question has read of their rows."""

        def head(slim: str) -> Iterable[Shown]:
            from dateline.pipeline.working import worked  # noqa: PLC0415 - nearly all lines are ready

            return worked(kind, slim, days, self._store.standings, {} if read is None else read)

        return head

    @cached_property
    def publishers(self) -> Mapping[str, str | None]:
        """Who published each report."""
        kept = self._store.derived("publishers")
        if kept is None:
            return {name: read.report.publisher for name, read in self.record.reports.items()}
        return loads(dict[str, str | None], kept)

    @cached_property
    def days_told(self) -> tuple[date, ...]:
        """The days on which reports came out that are dated to the day."""
        kept = self._store.derived("days")
        if kept is None:
            from dateline.state.gaps import days_told  # noqa: PLC0415 - only a file of an older format

            return days_told(self.record)
        return loads(tuple[date, ...], kept)

    @cached_property
    def _made_ready(self) -> bool:
        return self._store.standings.held() and self._store.derived("ready") == MADE

    @cached_property
    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        kept = self._store.derived("last day")
        return date.fromisoformat(kept) if kept else None
