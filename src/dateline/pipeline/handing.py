"""What one process hands to another of a record that both hold: its claims are pointed at and not written out.

In:   what was made from a record; the record.
Out:  bytes; from them the same, with the claims that the other process holds.
Room: pipeline. Only ever between a process and the one split off from it, see `split.py`; never read from a file.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.record.model import PlacedClaim
from dateline.state.model import Transition


def written(made: Iterable[Transition], claims: Mapping[str, PlacedClaim]) -> bytes:
    """The transitions without the claims that tell them."""
    held = io.BytesIO()
    _Writer(held, claims).dump(tuple(made))
    return held.getvalue()


def given(body: bytes, claims: Mapping[str, PlacedClaim]) -> tuple[Transition, ...]:
    """The transitions that the other process has written, told by this one's claims."""
    made: tuple[Transition, ...] = _Reader(io.BytesIO(body), claims).load()
    return made


class _Writer(pickle.Pickler):
    def __init__(self, into: io.BytesIO, claims: Mapping[str, PlacedClaim]) -> None:
        super().__init__(into, pickle.HIGHEST_PROTOCOL)
        self.claims = claims

    def persistent_id(self, one: Any) -> str | None:
        known = isinstance(one, PlacedClaim) and self.claims.get(one.claim.id) is one
        return one.claim.id if known else None


class _Reader(pickle.Unpickler):
    def __init__(self, body: io.BytesIO, claims: Mapping[str, PlacedClaim]) -> None:
        super().__init__(body)
        self.claims = claims

    def persistent_load(self, name: Any) -> PlacedClaim:
        return self.claims[name]
