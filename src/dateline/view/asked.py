"""A situation that is asked: what it holds, fetched as questions need it.

In:   a kept situation, or a record that no file keeps.
Out:  Asked; `ask.py` answers from it.
Room: view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.record.model import Record
from dateline.report.model import Report
from dateline.state.made import Kind
from dateline.state.model import State
from dateline.store.answers import Then
from dateline.store.standing import Days

if TYPE_CHECKING:
    from dateline.pipeline.held import Held
    from dateline.state.series import Series


@dataclass(frozen=True, slots=True)
class Worked:
    """A record that no file keeps: what follows from it is worked out when it is asked for.

    It answers what `pipeline.Held` answers of a situation that a file keeps.
    """

    record: Record
    rows: tuple[Mapping[str, str], ...] = ()  # rows of a user's own table of states

    @property
    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        from dateline.pipeline import last_day  # noqa: PLC0415

        return last_day(self.record)

    @property
    def publishers(self) -> Mapping[str, str | None]:
        """Who published each report."""
        return {name: read.report.publisher for name, read in self.record.reports.items()}

    @property
    def days_told(self) -> Sequence[date]:
        """The days on which reports came out that are dated to the day."""
        from dateline.state.gaps import days_told  # noqa: PLC0415

        return days_told(self.record)

    def states(self, known_by: date | None = None, generous: bool = False) -> tuple[State, ...]:
        """All states; the board leaves out what was not known."""
        from dateline.state.board import states  # noqa: PLC0415

        del known_by, generous
        return states(self.record, self.rows)

    def series(self, known_by: date | None = None, generous: bool = False) -> tuple[Series, ...]:
        """All series."""
        from dateline.state.series import series  # noqa: PLC0415

        del known_by, generous
        return series(self.record)

    def ready(
        self,
        kind: Kind,
        on: date | None,
        known_by: date | None,
        generous: bool = False,
        top: int | None = None,
        then: Then | None = None,
    ) -> None:
        """No line is ready."""

    def moved(self, kind: Kind, first: Days, second: Days) -> None:
        """No line is ready."""

    def gaps(self, day: date, known_by: date | None) -> None:
        """No line is ready."""

    def disputed(self, known_by: date | None, generous: bool) -> None:
        """No line is ready."""


@dataclass(frozen=True)
class Asked:
    """A situation that is asked several questions: what was fetched for one of them is kept for the next."""

    held: Held | Worked
    grades: Mapping[str, str]  # publisher or report id -> Admiralty letter a person gave
    earlier: Callable[[date, bool], Record | None] | None = None  # the record before a new version or a withdrawal
    rows: tuple[Mapping[str, str], ...] = ()  # rows of a user's own table of states
    anew: Callable[[], Mapping[str, Sequence[Report]]] = dict  # the versions of reports that came out anew, in order
    _then: dict[int, Asked] = field(default_factory=dict, compare=False)

    def at(self, known_by: date | None, generous: bool = False) -> Asked:
        """What was known by the day: before a new version or a withdrawal, the record with what counted then."""
        record = self.earlier(known_by, generous) if self.earlier and known_by is not None else None
        if record is None:
            return self
        if id(record) not in self._then:
            self._then[id(record)] = Asked(Worked(record, self.rows), self.grades)
        return self._then[id(record)]

    @cached_property
    def versions(self) -> Mapping[str, Sequence[Report]]:
        """The reports that came out anew: their versions, in order."""
        return self.anew()

    @cached_property
    def record(self) -> Record:
        """The whole record."""
        return self.held.record

    @cached_property
    def states(self) -> tuple[State, ...]:
        """All standing states."""
        return self.held.states()

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """All series of figures."""
        return self.held.series()

    def states_by(self, known_by: date | None, generous: bool) -> tuple[State, ...]:
        """At least the states of which something was told by the day, and no more fetched than that."""
        held = "states" in self.__dict__ or known_by is None
        return self.states if held else self.held.states(known_by, generous)

    def series_by(self, known_by: date | None, generous: bool) -> tuple[Series, ...]:
        """At least the series of which something was told by the day, and no more fetched than that."""
        held = "series" in self.__dict__ or known_by is None
        return self.series if held else self.held.series(known_by, generous)

    @cached_property
    def publishers(self) -> Mapping[str, str | None]:
        """Who published each report."""
        return self.held.publishers

    def last_day(self) -> date | None:
        """The last day on which any dated report was published."""
        return self.held.last_day
