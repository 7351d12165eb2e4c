"""Mends objects that the scores took for adjuncts.

In:   the words of one sentence, attachments mended.
Out:  the same, a name right behind its verb made its object.
Room: sentence.
"""

from __future__ import annotations

import calendar
from typing import Final

from dateline.sentence.reader.arcs import SUBJECTS, Words

DAYS: Final = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name) if name)
OBJECTS: Final = ("obj", "iobj", "ccomp", "xcomp", "aux:pass", "nsubj:pass")


def bare_object(w: Words) -> None:
    """ "Tugs refloated the Orla Star on Monday.": a name without a preposition, right behind an active verb that has a
    subject and no object, is its object; a day is none ("it said Monday")."""
    for name, verb in enumerate(w.heads):
        if w.relations[name] != "obl" or not 0 <= verb < name or w.tags[name] != "PROPN" or w.tags[verb] != "VERB":
            continue
        first = min([name, *w.under(name)])
        if first != verb + 1 or w.under(name, "case") or w.texts[name].casefold() in DAYS:
            continue
        if w.under(verb, *SUBJECTS) and not w.under(verb, *OBJECTS):
            w.relations[name] = "obj"
