"""Days reckoned from others: "for a third day on Monday", "hours later".

In:   a claim without a day of its own; the times and dated claims of its report.
Out:  Whens; None where the words around do not settle it.
Room: state. "Hours later" is that day or the next; a third day on Monday began on Saturday; a fifth week, in a week.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateline.record.model import PlacedClaim
from dateline.sentence.times.words import ORDINAL
from dateline.state.cast import Context
from dateline.state.found import words_before, words_behind
from dateline.terms import When

AGE: Final = re.compile(
    rf"\b(?:for|into|entered|entering|in|on|reached|reaching) (?:an?|the|its|their|his|her) "
    rf"({'|'.join(ORDINAL)}|\d{{1,2}}(?:st|nd|rd|th))"
    r"(?: (?:straight|consecutive|successive|running|full))? (day|night|week|month)\b"
)
DAYS: Final = {"day": 1, "night": 1, "week": 7, "month": 30}
SAME: Final = re.compile(
    r"^\W*(?:[\w']+ ){0,3}(?:later )?(?:(?:the|that) (?:same|very) (?:day|evening|night|morning|afternoon)|"
    r"that (?:day|evening|night|afternoon))\b"
)
HOURS: Final = re.compile(
    r"\b(?:(?:a few |several |some |just |only )?hours|minutes|an hour|moments) (?:later|afterwards|after)\b|"
    r"\bwithin hours\b|\bhours later\b"
)
LONGEST: Final = 400  # characters of a clause that are looked at


def aged(told: PlacedClaim) -> When | None:
    """When that began which is told of its second day, third week and so on.

    The day that counts is the claim's own, else that of its report.
    """
    found = AGE.search(told.claim.anchor.text[:LONGEST])
    now = told.when if told.when.exact else told.published
    if found is None or now.earliest is None or now.earliest != now.latest:
        return None
    word, unit = found.groups()
    number = int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINAL[word]
    back = DAYS[unit] * (number - 1)
    spread = DAYS[unit] - 1
    if number < 2 or (now.earliest - date.min).days <= back + spread:
        return None
    last = now.earliest - timedelta(days=back)
    return When.between(last - timedelta(days=spread), last, found.group(), "event")


def hours_later(told: PlacedClaim, around: Context) -> When | None:
    """The day of what is told "hours later" or "the same evening" than the deed told last before it with a day."""
    claim, last = told.claim, told.published.latest
    behind, before = words_behind(told)[:LONGEST], words_before(told)[-LONGEST:]
    hours = HOURS.search(behind) or HOURS.search(before)
    if hours is None and SAME.search(behind) is None:
        return None
    dated = [
        t for t in around.dated.get(claim.report, ()) if t.when.exact and t.claim.trigger.start < claim.trigger.start
    ]
    if not dated or last is None:
        return None
    day = dated[-1].when.earliest
    if day is None or day > last:
        return None
    until = min(day + timedelta(days=1 if hours is not None and day < date.max else 0), last)
    return When.between(day, until, None, "event")
