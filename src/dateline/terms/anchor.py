"""The exact words of a report.

In:   a report's id and the characters [start, end) of its stored text.
Out:  an Anchor, whose `text` is that slice and nothing else.
Room: terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where the words stand; `stored_text[start:end] == text` always holds."""

    report: str
    start: int  # Unicode code points
    end: int  # exclusive
    text: str
    field: str | None = None  # "title" where the words stand in the title given beside the text

    @classmethod
    def cut(cls, report: str, text: str, start: int, end: int, field: str | None = None) -> Anchor:
        """The anchor of `text[start:end]`.

        >>> Anchor.cut("004", "Troops remain.", 0, 6).text
        'Troops'
        """
        return cls(report, start, end, text[start:end], field)

    def to_dict(self) -> dict[str, Any]:
        """The anchor as FORMATS prints it."""
        out: dict[str, Any] = {"report": self.report, "start": self.start, "end": self.end, "text": self.text}
        if self.field:
            out["field"] = self.field
        return out

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Anchor:
        """The anchor that `to_dict` printed."""
        return cls(row["report"], row["start"], row["end"], row["text"], row.get("field"))
