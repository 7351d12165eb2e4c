"""Reads the news reports of an unfolding situation and keeps a sourced, time-aware record that can be asked.

import dateline

s = dateline.open("niger.dateline")
s.add(["reports/"])
s.timeline(known_by="2024-03-22")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

__version__: Final = "0.1.0"
__all__ = ["Anchor", "DatelineError", "Line", "Lines", "Refusal", "Situation", "Voice", "When", "__version__", "open"]

if TYPE_CHECKING:
    from dateline.terms import Anchor, DatelineError, Refusal, Voice, When
    from dateline.view.lines import Line, Lines
    from dateline.view.situation import Situation
    from dateline.view.situation import open_situation as open

_WHERE: Final = {  # imported at first use: `import dateline` costs nothing and loads no room
    "Anchor": ("dateline.terms", "Anchor"),
    "DatelineError": ("dateline.terms", "DatelineError"),
    "Line": ("dateline.view.lines", "Line"),
    "Lines": ("dateline.view.lines", "Lines"),
    "Refusal": ("dateline.terms", "Refusal"),
    "Situation": ("dateline.view.situation", "Situation"),
    "Voice": ("dateline.terms", "Voice"),
    "When": ("dateline.terms", "When"),
    "open": ("dateline.view.situation", "open_situation"),
}


def __getattr__(name: str) -> Any:
    """The public name, from the room that makes it."""
    if name not in _WHERE:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    module, attribute = _WHERE[name]
    return getattr(importlib.import_module(module), attribute)
