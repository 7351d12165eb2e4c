"""What a kept situation holds, fetched as it is asked for.

In:   an open store.
Out:  its record, states, series, and the lines that were made ready.
Room: pipeline. What a question does not need is not even loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.record.model import Record
from dateline.report.model import Report
from dateline.state.made import MADE
from dateline.state.model import Answer, Line, State
from dateline.store.codec import loads
from dateline.store.file import Store

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

    def inforce(self, on: date | None, known_by: date | None, generous: bool) -> Sequence[Answer] | None:
        """The lines of `inforce` as they were made ready; None where this version has made none."""

        def head(slim: str) -> tuple[Line, str] | None:
            from dateline.state.ready import state_head  # noqa: PLC0415 - most lines are ready

            return state_head(loads(State, slim), on or date.max, known_by, generous)

        ready = on is not None and self._made_ready
        return self._store.standings.lines("state", on, known_by, generous, head) if on and ready else None

    def figures(self, on: date | None, known_by: date | None, generous: bool) -> Sequence[Answer] | None:
        """The lines of `figures` as they were made ready; None where this version has made none."""

        def head(slim: str) -> tuple[Line, str] | None:
            from dateline.state.ready import series_head  # noqa: PLC0415 - most lines are ready
            from dateline.state.series import Series  # noqa: PLC0415

            return series_head(loads(Series, slim), on or date.max, known_by, generous)

        ready = on is not None and self._made_ready
        return self._store.standings.lines("series", on, known_by, generous, head) if on and ready else None

    @cached_property
    def _made_ready(self) -> bool:
        return self._store.standings.held() and self._store.derived("ready") == MADE

    @cached_property
    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        kept = self._store.derived("last day")
        return date.fromisoformat(kept) if kept else None
