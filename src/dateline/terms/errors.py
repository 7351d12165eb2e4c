"""What went wrong, with which input, and what to do next.

Room: terms.
"""

from __future__ import annotations

from dataclasses import dataclass


class DatelineError(Exception):
    """Nothing was done; the message says what happened and what to do next."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that could not be read; the rest went on."""

    source: str  # the file, or file:row
    reason: str
    next_step: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}. {self.next_step}"
