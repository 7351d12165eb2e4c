"""The lines that answer a question, fetched from the file when they are read.

In:   the places of the lines in the file, in their order, and what fetches them; lines that were worked out when asked.
Out:  a sequence of Answers. What has not been read when the file is closed or changed is fetched then (`settle`).
Room: store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, overload

import msgspec

from dateline.state.made import MAKERS, Kind
from dateline.state.model import Answer, Line

AHEAD: Final = 256  # lines fetched at a time

Parts = tuple[bytes, bytes]  # what differs in the line on these days, and what was kept for all days
Fetch = Callable[[Sequence[int]], Mapping[int, Parts]]
Then = Callable[[Line], Line]  # what is added to a line when it is read


@dataclass(frozen=True, slots=True)
class Worked:
    """A line that was worked out when it was asked for: what it shows, and what was kept for all days, if anything."""

    head: Line
    body: bytes | None


class ReadyLine(Mapping[str, Any]):
    """A line as it was made ready; it is put together when a field of it is read."""

    __slots__ = ("_fields", "_make")

    def __init__(self, make: Callable[[], Line]) -> None:
        self._make = make
        self._fields: Line | None = None

    @property
    def fields(self) -> Line:
        """All fields."""
        if self._fields is None:
            self._fields = self._make()
        return self._fields

    def __getitem__(self, key: str) -> Any:
        return self.fields[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)


class ReadyLines(Sequence[Answer]):
    """The lines that answer a question, in their order."""

    def __init__(
        self, kind: Kind, found: Sequence[int | Worked], asked: tuple[int, int], fetch: Fetch, then: Then | None = None
    ) -> None:
        self._kind, self._found, self._asked = kind, found, asked  # asked: day of knowledge, clock
        self._fetch, self._then = fetch, then
        self._parts: dict[int, Parts] = {}
        self._lines: dict[int, Answer] = {}

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Answer: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Answer]: ...
    def __getitem__(self, index: int | slice) -> Answer | Sequence[Answer]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        if at not in self._lines:
            self._lines[at] = self._line(at)
        return self._lines[at]

    def settle(self) -> None:
        """Fetches what has not been read yet, so that the answer outlives the file as it is."""
        for at in range(len(self)):
            self._hold(at)

    def read(self, bodies: dict[bytes, Any]) -> list[Line]:
        """All lines as they are now; `bodies` holds what lines have in common, which is then in all of them."""
        out = []
        for at, found in enumerate(self._found):
            self._hold(at)
            if isinstance(found, Worked):
                head, body = found.head, found.body
            else:
                head, body = msgspec.json.decode(self._parts[found][0]), self._parts[found][1]
            if body is not None and body not in bodies:
                bodies[body] = msgspec.json.decode(body)
            out.append(self._put(head, None if body is None else bodies[body]))
        return out

    def _hold(self, at: int) -> None:
        """Fetches the line, and some of those behind it."""
        found = self._found[at]
        if isinstance(found, int) and found not in self._parts:
            behind = (n for n in islice(self._found, at, None) if isinstance(n, int) and n not in self._parts)
            self._parts.update(self._fetch([*islice(behind, AHEAD)]))

    def _line(self, at: int) -> Answer:
        found = self._found[at]
        if isinstance(found, Worked):
            return ReadyLine(lambda: self._made(found.head, found.body))
        self._hold(at)
        head, body = self._parts[found]
        return ReadyLine(lambda: self._made(msgspec.json.decode(head), body))

    def _made(self, head: Line, body: bytes | None) -> Line:
        return self._put(head, None if body is None else msgspec.json.decode(body))

    def _put(self, head: Line, parts: Sequence[Any] | None) -> Line:
        line = head if parts is None else MAKERS[self._kind](*parts, head, *self._asked)
        return line if self._then is None else self._then(line)
