"""Words that give a thing its number in a row: "first", "twelfth", "94th".

In:   the table `units_numbers`.
Out:  what each is worth; a pattern for words that single one thing out of a row.
Room: lexicon.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.tables import table

ORDINALS: Final = {row["word"]: int(row["value"]) for row in table("units_numbers") if row["class"] == "ordinal"}
ENDS: Final = ("last", "latest", "only", "sole")  # of a row, or a row of one
IN_A_ROW: Final = re.compile(
    rf"{'|'.join((*ENDS, *ORDINALS))}|\d+(?:st|nd|rd|th)"
)  # "the 94th country to recognise it"
