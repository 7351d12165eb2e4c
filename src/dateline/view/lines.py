"""Answers as plain records: a line is a mapping with attributes, the list becomes dicts or a data frame.

In:   dicts as `ask` gives them.
Out:  Line and Lines; pandas is used only if the caller asks for a frame.
Room: view.
"""

from __future__ import annotations

import html
import importlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from dateline.terms import DatelineError
from dateline.view.tables import COLUMNS, clean


class Line(Mapping[str, Any]):
    """One answer; its fields are keys and attributes, named as in docs/formats.md.

    >>> line = Line({"id": "v1", "when": {"edtf": "2023-07-26"}})
    >>> line.id, line["when"]["edtf"], dict(line)["id"]
    ('v1', '2023-07-26', 'v1')
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_fields", dict(fields) if isinstance(fields, dict) else fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a line is an answer; it cannot be changed")

    def __getitem__(self, key: str) -> Any:
        return self._fields[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __getattr__(self, name: str) -> Any:
        try:
            return object.__getattribute__(self, "_fields")[name]
        except KeyError:
            raise AttributeError(f"this line has no {name!r}; it has {', '.join(sorted(self._fields))}") from None

    def __repr__(self) -> str:
        name = self._fields.get("title") or self._fields.get("question") or self._fields.get("name") or ""
        return f"Line({self._fields.get('id', '')!s}: {name})" if name else f"Line({dict(self._fields)!r})"

    def to_dict(self) -> dict[str, Any]:
        """A deep copy as plain dicts and lists."""
        copied: dict[str, Any] = json.loads(json.dumps(dict(self._fields)))
        return copied


class Lines(Sequence[Line]):
    """A list of answers, in the order that the command prints."""

    def __init__(self, name: str, lines: Iterable[Mapping[str, Any]]) -> None:
        self.name = name
        self._lines = lines if isinstance(lines, Sequence) else tuple(lines)  # each becomes a Line when it is read

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Lines: ...
    def __getitem__(self, index: int | slice) -> Line | Lines:
        if isinstance(index, slice):
            return Lines(self.name, self._lines[index])
        return Line(self._lines[index])

    def __len__(self) -> int:
        return len(self._lines)

    def __repr__(self) -> str:
        return "\n".join(" | ".join(cells) for cells in self._cells()) or f"no {self.name}"

    def to_dicts(self) -> list[dict[str, Any]]:
        """The lines as plain dicts."""
        return [line.to_dict() for line in self]

    def to_frame(self) -> Any:
        """A pandas DataFrame, a row per line; DatelineError where pandas is not installed."""
        try:
            pandas = importlib.import_module("pandas")
        except ImportError:
            raise DatelineError("A data frame needs pandas. Install it with:  pip install pandas") from None
        return pandas.DataFrame(self.to_dicts())

    def _cells(self) -> list[list[str]]:
        columns = COLUMNS.get(self.name, ())
        return [[clean(cell(dict(line))) for _, cell in columns] for line in self._lines]

    def _repr_html_(self) -> str:
        """How a notebook shows the lines; every word of a report is escaped."""
        heads = "".join(f"<th>{html.escape(title)}</th>" for title, _ in COLUMNS.get(self.name, ()))
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in cells) + "</tr>" for cells in self._cells()
        )
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
