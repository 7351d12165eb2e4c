"""The whole way on one page: inputs become reports, reports are read, what was read is linked into a record.

In:   paths, rows or reports; an open store.
Out:  what was added and refused; the derived record.
Room: pipeline. It fetches for the rooms what lies to their right; it decides nothing itself. `adding.py` takes reports
      in, `reading.py` reads them, `deriving.py` makes the record of them, `held.py` fetches what is kept.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dateline.pipeline.adding import Added, add, from_rows, gather, judge
    from dateline.pipeline.deriving import derive, derives_again, last_day, linked
    from dateline.pipeline.held import Held
    from dateline.pipeline.reading import Progress, analyse_many, analyse_one, read_one, version

__all__ = [
    "Added", "Held", "Progress", "add", "analyse_many", "analyse_one", "derive", "derives_again", "from_rows", "gather",
    "judge", "last_day", "linked", "read_one", "version",
]  # fmt: skip

_WHERE: Final = {  # imported at first use: a question to a record loads neither the reader nor the linking
    "adding": ("Added", "add", "from_rows", "gather", "judge"),
    "deriving": ("derive", "derives_again", "last_day", "linked"),
    "held": ("Held",),
    "reading": ("Progress", "analyse_many", "analyse_one", "read_one", "version"),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """The name, from the file that makes it."""
    for module, names in _WHERE.items():
        if name in names:
            return getattr(importlib.import_module(f"dateline.pipeline.{module}"), name)
    raise AttributeError(f"module 'dateline.pipeline' has no attribute {name!r}")
