"""Says days, figures and voices in plain words, no more exactly than they are known.

In:   a When, a point of a series, a chain of voices, as lines hold them.
Out:  a few words for a table, a sentence or a citation.
Room: view.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from dateline.terms import When

MANY: Final = {"foot": "feet", "person": "people", "aircraft": "aircraft", "half": "halves", "body": "bodies"}
OWN_WORD: Final = frozenset({"planned", "demanded", "conditional", "denied"})  # what somebody says of themselves
NAMELESS: Final = frozenset(
    {"unnamed source", "i", "we", "you", "he", "she", "it", "they", "one", "who", "which", "that"}
)
CITING: Final = ", citing "
SPEAKERS: Final = 2  # that a line names
SIGNS: Final = {"at_least": "≥ ", "at_most": "≤ ", "more_than": "> ", "less_than": "< "}


def day_words(day: date) -> str:
    """A day as a person writes it.

    >>> day_words(date(2024, 3, 16))
    '16 March 2024'
    """
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def when_words(when: When) -> str:
    """The stretch in words, no more exactly than it is known.

    >>> when_words(When.month(2024, 3)), when_words(When.between(date(2023, 7, 26), date(2023, 10, 10)))
    ('March 2024', '26 July to 10 October 2023')
    >>> when_words(When.between(None, date(2023, 10, 10))), when_words(When())
    ('by 10 October 2023', 'undated')
    """
    low, high = when.earliest, when.latest
    if low is None and high is None:
        return "undated"
    if low is None:
        assert high is not None, "one side is known"
        return f"by {day_words(high)}"
    if high is None:
        return f"from {day_words(low)}"
    if low == high:
        return day_words(low) + (f", {clock_words(when.at)}" if when.at else "")
    return _stretch(low, high)


def _stretch(low: date, high: date) -> str:
    whole_months = low.day == 1 and (high + timedelta(days=1)).day == 1
    if whole_months and (low.month, high.month) == (1, 12):
        return str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
    if whole_months and (low.year, low.month) == (high.year, high.month):
        return f"{calendar.month_name[low.month]} {low.year}"
    if low.year == high.year and low.month == high.month:
        part = {
            (1, 10): "early ",
            (11, 20): "mid-",
            (21, 28): "late ",
            (21, 29): "late ",
            (21, 30): "late ",
            (21, 31): "late ",
        }
        if (low.day, high.day) in part:
            return f"{part[(low.day, high.day)]}{calendar.month_name[low.month]} {low.year}"
        return f"{low.day} to {day_words(high)}"
    if low.year == high.year:
        return f"{low.day} {calendar.month_name[low.month]} to {day_words(high)}"
    return f"{day_words(low)} to {day_words(high)}"


def clock_words(at: str) -> str:
    """The clock time of an ISO 8601 timestamp, with its zone as stated.

    >>> clock_words("2024-03-26T01:28-04:00")
    '01:28 (UTC-04:00)'
    """
    _, _, rest = at.partition("T")
    clock, zone = rest[:5], rest[5:].lstrip(":0123456789") if rest[5:6] == ":" else rest[5:]
    if zone in ("Z", "+00:00"):
        return f"{clock} (UTC)"
    return f"{clock} (UTC{zone})" if zone else clock


def published_words(when: When) -> str:
    """When a report came out, for a citation.

    >>> published_words(When.between(date(2024, 3, 16), None))
    'undated, not before 16 March 2024'
    """
    if when.exact or (when.known and (when.width or 0) <= 31):
        return when_words(when)
    if when.earliest and when.latest:
        return f"undated, between {day_words(when.earliest)} and {day_words(when.latest)}"
    if when.earliest:
        return f"undated, not before {day_words(when.earliest)}"
    if when.latest:
        return f"undated, not after {day_words(when.latest)}"
    return "undated"


def number_words(value: float) -> str:
    """A number with thousands separators and no needless zeros.

    >>> number_words(1100.0), number_words(200_000_000), number_words(2.5)
    ('1,100', '200 million', '2.5')
    """
    for scale, name in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale:
            return f"{value / scale:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def amount_words(point: Mapping[str, Any]) -> str:
    """The figure of a point with its doubt.

    >>> amount_words({"low": 1000.0, "high": 1000.0, "approximate": True, "bound": None})
    '~1,000'
    """
    low, high = point.get("low"), point.get("high")
    if low is None and high is None:
        return "?"
    if low is None or high is None or low == high:
        only = high if low is None else low
        assert only is not None, "one side is known"
        return ("~" if point.get("approximate") else "") + SIGNS.get(point.get("bound") or "", "") + number_words(only)
    return f"{number_words(low)}–{number_words(high)}"


def unit_words(unit: str | None, counted: str | None = None, one: bool = False) -> str:
    """The unit to write behind a figure; nothing for people, and for things that the title names already.

    >>> unit_words("USD"), unit_words("person"), unit_words("percent"), unit_words("ship", "ship")
    (' USD', '', ' %', '')
    >>> unit_words("vessel"), unit_words("foot"), unit_words("mile per hour"), unit_words("tonne", one=True)
    (' vessels', ' feet', ' miles per hour', ' tonne')
    """
    if not unit or unit in ("person", counted):
        return ""
    if unit == "percent":
        return " %"
    head, per, rest = unit.partition(" per ")
    last = head.split(" ")[-1]
    if one or len(last) < 4 or not last.isalpha() or not last.islower():
        return f" {unit}"  # a symbol, or one of them
    many = MANY.get(last) or last + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")
    return f" {head.removesuffix(last)}{many}{per}{rest}"


def chain_words(voices: Sequence[Mapping[str, Any]]) -> str:
    """Who says so, outermost first.

    >>> chain_words([{"name": "The Washington Post", "kind": "publisher"}, {"name": "U.S. officials"}])
    'The Washington Post, citing U.S. officials'
    """
    return CITING.join(map(_within, voices))


def _within(voice: Mapping[str, Any]) -> str:
    """The name as it stands within a sentence: "a rebel spokesman"; a newspaper keeps its article.

    >>> _within({"name": "The ministry", "kind": "organisation"}), _within({"name": "The Post", "kind": "publisher"})
    ('the ministry', 'The Post')
    """
    name: str = voice["name"]
    if name.casefold() in NAMELESS and not (len(name) > 1 and name.isupper()):  # the WHO has a name
        return "an unnamed source"
    first = name.partition(" ")[0]
    named = voice.get("kind") == "publisher" or name.startswith("The Hague")
    lower = first in ("A", "An", "Some") or (first == "The" and not named)
    return name[0].lower() + name[1:] if lower else name


def according_to(line: Mapping[str, Any]) -> str:
    """Who says so, where no report says it in its own voice; "" where one does, or where the line names who asks, plans
    or denies.

    >>> rebels, radio = {"name": "the rebels", "cue": "said"}, {"name": "Radio Kor", "cue": "citing"}
    >>> said = [{"voice": [rebels]}, {"voice": [radio, rebels]}, {"voice": [], "trigger": {"text": "said"}}]
    >>> according_to({"title": "Rebels took Kor", "factuality": "happened", "evidence": said})
    ' (according to the rebels; Radio Kor, citing the rebels)'
    """
    cues = {v["cue"] for e in line["evidence"] for v in e["voice"]}
    chains = [e["voice"] for e in line["evidence"] if e["voice"] or not _is_saying(e, cues)]
    if not chains or not all(chains):
        return ""
    title = f" {line['title'].casefold()} "
    saying = any(f" {cue.casefold()} " in title for cue in cues)  # "Mann said that they left"
    own = line.get("factuality") in OWN_WORD or saying
    if own and all(any(f" {_bare(v['name'])} " in title for v in chain) for chain in chains):
        return ""
    every = dict.fromkeys(map(chain_words, chains))
    alone = [n for n in every if CITING not in n]  # "its manager Orsk Marine" once
    names = [n for n in every if n not in alone or not any(n.endswith(f" {o}") for o in alone)]
    left = len(names) - SPEAKERS
    return f" (according to {'; '.join(names[:SPEAKERS])}{f'; and {left} more' if left > 0 else ''})"


def _is_saying(evidence: Mapping[str, Any], cues: Collection[str]) -> bool:
    """Whether it is the very saying of what another piece tells in that voice: "Mann said members had voted"."""
    trigger = evidence.get("trigger")
    return trigger is not None and trigger["text"] in cues


def _bare(name: str) -> str:
    """The name without its article, as a title may have it."""
    return name.casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")


def cite(evidence: Mapping[str, Any]) -> str:
    """A short citation: the report, when it came out, who says so."""
    anchor = evidence["anchor"]
    published = published_words(When.from_dict(evidence["published"])) if evidence.get("published") else ""
    told = chain_words(evidence.get("voice") or [])
    return ", ".join(x for x in (anchor["report"], published) if x) + (f" (told by {told})" if told else "")
