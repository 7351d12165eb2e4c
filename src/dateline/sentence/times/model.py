"""The shapes of a time expression, before and after it is placed in time.

Room: sentence. Offsets are characters [start, end) of the report's stored text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dateline.terms import When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["none", "report", "narrative", "event", "section"]  # what an unresolved meaning leans on
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words mean before anybody knows the date they lean on: built by the grammar, consumed by the resolver.

    `shape` names the rule of the grammar ("calendar", "weekday", "offset", "period", "duration", "set", "reference",
    "range", ...); the other fields are the parts it composed. Everything is plain data, so that a record can keep it.
    """

    shape: str
    unit: str | None = None  # "day" "week" "month" "quarter" "season" "year" "decade" "century" "hour" ...
    count: float | None = None
    direction: Literal[-1, 0, 1] | None = None  # before, at, after the anchor
    anchor: AnchorKind = "none"
    modifier: str | None = None  # TIMEX3 mod: START MID END APPROX LESS_THAN MORE_THAN BEFORE AFTER ...
    fields: tuple[tuple[str, Any], ...] = ()  # what is stated: ("year", 2024), ("month", 3), ("weekday", 5), ...

    def get(self, name: str, default: Any = None) -> Any:
        """The stated field, or the default."""
        return dict(self.fields).get(name, default)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The words, what they mean, and what the sentence around them says about how to place them."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str  # TIMEX3 value without any date to hold on to: "XXXX-07", "P3D", "PRESENT_REF", "2024-03-16"
    meaning: Meaning
    tense: Tense | None = None  # of the verb it belongs to
    preposition: str | None = None  # "by" "since" "until" "before" "after" "from" "in" "on" "as of" ...


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time expression placed in time."""

    value: str  # TIMEX3 value; unanchored where nothing settles it
    when: When  # unknown where nothing settles it; `basis` says what did
    why: str  # one clause for a reader: "Saturday before the report of 22 March 2024"
