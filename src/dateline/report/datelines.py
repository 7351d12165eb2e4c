"""Reads the words before an article's first sentence that say where, when and from whom it came.

In:   a line of the stored text: "NIAMEY, Dec. 22 (Xinhua) - The last soldiers left."
Out:  a Dateline (where these words end, the date and the agency in them), or None.
Room: report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.lexicon.places import place
from dateline.report.days import Found, find_dates

FARTHEST = 200  # characters; a dateline is never longer


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words [0, end) of a line."""

    end: int
    place: tuple[int, int] | None
    date: Found | None  # may lack its year
    agency: tuple[int, int] | None  # of the name inside the brackets, or of the publisher named


_DASH = r"(?:\s{0,2}[-–—―_]{1,3}(?:\s{1,2}|$)|\s?:\s|\s{1,2}\|\s)"
_CAPS = r"[A-Z][A-Z.'’\-]+(?:[ /][A-Z][A-Z.'’\-]+){0,4}"
_TITLE = r"[A-Z][\w.'’\-]+(?:[ /](?:(?:de|du|la|el|of) )?[A-Z][\w.'’\-]+){0,3}"
_PLACE = rf"(?P<place>(?:{_CAPS}|{_TITLE})(?:, (?:{_TITLE}|{_CAPS}))?)"
_AGENCY = r"\((?P<agency>[A-Z][\w&.!'’ /\-]{1,40})\)"
_LAND = r"(?: \([A-Z][\w .'’\-]{2,30}\))?"  # "Karu (Peru) (AFP) - "
_WITH_AGENCY = re.compile(rf"(?:{_PLACE}{_LAND})?(?P<middle>[^()\n]{{0,45}}?)\s?{_AGENCY}{_DASH}(?=[\"“‘'`A-Z0-9]|$)")
_CAPITALS = re.compile(
    rf"(?P<place>{_CAPS}(?:, (?:{_TITLE}|{_CAPS}))?)(?P<middle>,[^()\n]{{0,40}}?)?{_DASH}(?=[\"“‘'A-Z0-9])"
)
_TITLED = re.compile(rf"(?P<place>{_TITLE})(?P<middle>,[^()\n]{{0,40}}?)?\s{{1,2}}[-–—]{{1,2}}\s{{1,2}}(?=[\"“‘'A-Z])")


def dateline_of(line: str, first: bool = True) -> Dateline | None:
    """The dateline a line begins with; the looser shapes count only in the article's first paragraph.

    >>> dateline_of("Karu (Peru) (AFP) - The last soldiers left.").end
    20
    >>> d = dateline_of("NIAMEY, Dec. 22 (Xinhua) - The last soldiers left.")
    >>> d.end, d.date.month_day, d.agency
    (27, (12, 22), (17, 23))
    >>> dateline_of("June 10, 2024 - The channel reopened.").date.when.edtf
    '2024-06-10'
    >>> dateline_of("On October 10, 2023, the ministry said so."), dateline_of("May 4 was a Thursday - a quiet one.")
    (None, None)
    """
    head = line[:FARTHEST]
    stamp = _HEAD.match(head) if first else None
    if stamp and find_dates(stamp.group()):
        return _after_stamp(head, stamp)
    if m := _WITH_AGENCY.match(head):
        found = _date(head, m)
        if not m.group("middle").strip(" ,;-–—") or found:
            return Dateline(m.end(), _span(m, "place", found), found, m.span("agency"))
    for pattern in (_CAPITALS, _TITLED) if first else ():
        if m := pattern.match(head):
            found = _date(head, m)
            middle = (m.group("middle") or "").strip(" ,")
            if found or (not middle and _can_be_place(m, pattern is _CAPITALS)):
                return Dateline(m.end(), _span(m, "place", found), found, None)
    return _dated(head) if first else None


_ZONE = r"(?:GMT|UTC|BST|[ECMP][SD]?T|[CEW]ES?T|IST|WAT|CAT|EAT|SGT|HKT|JST)"
_CLOCK = rf"(?:,? (?:- )?\d{{1,2}}[:.]\d{{2}} ?(?:[ap]\.?m\.?,? ?)?{_ZONE}\b)"
_DAY = r"(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
_HEAD = re.compile(rf"(?:{_PLACE} \| )?{_DAY}:?{_CLOCK} (?=[\"“‘'A-Z(])")
_STAMP = re.compile(
    rf"(?<!\bon )(?<!\bof )(?<!\bby )(?<!\bat )(?<!, )(?<!\w)(?P<day>{_DAY}){_CLOCK}(?= [\"“‘'A-Z|(]|\.?$)"
    rf"|(?:Aired|Last updated|Published|Posted|First broadcast)[: ]{{1,2}}(?P<told>{_DAY})(?: -)?{_CLOCK}?"
    rf"|(?:[Uu]pdated at |\| )\d{{1,2}}[:.]\d{{2}} ?(?:UK time|[AP]M|{_ZONE}),? (?P<after>{_DAY})(?= [A-Z(\"“]|\.?$)"
    rf"|(?<=[a-z\d’'\"”?)] )(?P<by>{_DAY}) \| (?=By [A-Z])"
)
_WIRED = re.compile(  # glued to the headline before it: "... reported in Karu ZURICH, May 10 (Reuters) - The"
    rf"(?<=[\w.)\"”*!?] )(?:{_CAPS})(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}})? {_AGENCY}{_DASH}(?=[\"“‘'A-Z0-9])"
)
_PRINTED = re.compile(rf"This article (?:appeared|was (?:first )?published) on [^.]{{0,140}}?(?P<day>{_DAY})")


def _after_stamp(head: str, stamp: re.Match[str]) -> Dateline:
    """ "GENEVA | Wed Aug 10, 2011 3:43 am EDT GENEVA (Reuters) - ": a stamp, and a dateline after it or none."""
    found = find_dates(stamp.group())[0]
    rest = dateline_of(head[stamp.end() :])
    if rest is None or rest.date is not None:
        return Dateline(stamp.end(), _span(stamp, "place", found), found, None)
    agency = rest.agency and (rest.agency[0] + stamp.end(), rest.agency[1] + stamp.end())
    return Dateline(stamp.end() + rest.end, _span(stamp, "place", found), found, agency)


def stamps_in(line: str) -> list[tuple[int, int]]:
    """Days with a clock time that stand in a line as pages print them, not as sentences tell them, and datelines of
    agencies glued to the headline before them.

    >>> line = "Crews go home Thursday 28 July 2005 18.32 BST The ferry did not sail."
    >>> [line[a:b] for a, b in stamps_in(line)], stamps_in("It fell on Tuesday 26 March 2024 01.28 GMT, they said.")
    (['Thursday 28 July 2005 18.32 BST'], [])
    >>> line = "First death reported in Karu ZURICH, May 10 (Reuters) - The fever has spread."
    >>> [line[a:b] for a, b in stamps_in(line)]
    ['ZURICH, May 10 (Reuters) - ']
    >>> line = "Hosts wanted WASHINGTON | Sun May 10, 2009 2:51 pm EDT WASHINGTON (Reuters) - A man died."
    >>> [line[a:b] for a, b in stamps_in(line)]
    ['Sun May 10, 2009 2:51 pm EDT', ' WASHINGTON (Reuters) - ']
    """
    spans = [m.span() for m in _STAMP.finditer(line)] + [m.span() for m in _PRINTED.finditer(line)]
    dated = [(a, b) for a, b in sorted(spans) if find_dates(line[a:b])]
    wired = [(max([m.start(), *(b for a, b in dated if a <= m.start() < b)]), m.end()) for m in _WIRED.finditer(line)]
    return sorted(dated + wired)  # the "EDT" of "2:51 pm EDT KARU (Reuters) -" is the clock's


_LABELS = frozenset(
    ("exclusive", "breaking", "watch", "video", "update", "live", "opinion", "analysis", "explainer", "developing")
)


def _can_be_place(m: re.Match[str], capitals: bool) -> bool:
    """Whether the words before the dash are a place: "RYE, N.H. -" by its shape, "Niamey -" by the table of places.

    "EXCLUSIVE:" is no place, but no part of the sentence either; "Esther Williams -" and "CHARGED WITH MURDER:" are.
    """
    words = m.group("place")
    if words.casefold() in _LABELS or place(words.split(",")[0]) or all(place(x) for x in words.split("/")):
        return True
    return capitals and ":" not in m.group()[len(words) :] and (", " in words or len(words.split()) <= 2)


def _dated(head: str) -> Dateline | None:
    """A whole date that stands before the first sentence: "Wall Street Journal, March 18th 2024. The ..."."""
    dates = [f for f in find_dates(head) if f.when.earliest is not None]
    for found in dates[:1]:
        before, after = head[: found.start].strip(), head[found.end :]
        stop = re.match(r"(?:\.\s{1,2}|,?\s{0,2}[-–—|]{1,3}\s{1,2})(?=[\"“‘'A-Z0-9])", after)
        if stop is None or not found.when.exact:
            return None
        named = re.fullmatch(r"(?:The )?[A-Z][\w&.'’\-]*(?: [A-Z&][\w&.'’\-]*){0,5},", before)
        if before and named is None:
            return None
        return Dateline(found.end + stop.end(), None, found, (0, len(before) - 1) if named else None)
    return None


def _date(head: str, m: re.Match[str]) -> Found | None:
    """The date between the line's start and the end of the dateline, if there is exactly one."""
    found = find_dates(head[: m.end()])
    return found[0] if len(found) == 1 else None


def _span(m: re.Match[str], name: str, found: Found | None) -> tuple[int, int] | None:
    span = m.span(name)
    if span[0] < 0 or (found and found.start < span[1]):
        return None
    return span
