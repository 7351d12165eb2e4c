"""Collects what a page, its address and its file say about when the report came out.

In:   the stored text with its furniture, the fields given beside it, statements found in the page's markup.
Out:  witnesses, each with its words and one sentence for a reader; none is believed here (see report/dating.py).
Room: report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dateline.report.datelines import dateline_of
from dateline.report.days import DAYS, Found, find_dates, in_address, settled, stated
from dateline.report.model import Noise, Witness, WitnessKind
from dateline.terms import Anchor, When


@dataclass(frozen=True, slots=True)
class Statement:
    """A date that stands in a file's data and not in the stored text: `<meta>`, JSON-LD, `<time>`, a PDF's own date."""

    where: str  # "the page's article:published_time"
    value: str
    says: str = "published"
    kind: WitnessKind = "html"


_TELLING = re.compile(
    r"(?i)\b(updated?|modified|edited|revised|corrected|last changed)\b|\b(taken|captured|filmed|shot)\b"
)
_SAID_ON = re.compile(
    r"\b(?:said|says|announced|told|reported|stated|confirmed|declared|posted)\b[^.\n]{0,40}?"
    r"\bon (?:[A-Z][a-z]+day,? )?(?=[A-Z][a-z]{2,8}\.? \d{1,2}\b|\d{1,2} [A-Z][a-z]{2,8}\b)"
)
_NAMED_TODAY = re.compile(r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening)) \(")
LATE = 31  # days; "said on March 17" in a page of July: the page's date is not when these words were written
LEAD = 800  # characters; what is just said stands at the beginning


def collect(
    report: str,
    text: str,
    noise: Sequence[Noise],
    published: object = None,
    url: str | None = None,
    file: str | None = None,
    statements: Iterable[Statement] = (),
) -> tuple[Witness, ...]:
    """Every statement about the report's date, those of the page itself in the order of the text."""
    out: list[Witness] = []
    if published not in (None, "") and (when := stated(published)):
        out.append(Witness("metadata", when, f'the date given with the report is "{published}"'))
    ways = {f.day_first for n in noise for f in find_dates(text[n.start : n.end]) if f.day_first is not None}
    day_first = ways.pop() if len(ways) == 1 else None  # how the page writes dates of numbers, if it shows it
    for n in noise:
        out += _of_noise(report, text, n, day_first)
    out += _of_today(report, text, noise)
    out += _of_statements(statements)
    if url:
        out += _of_address(url)
    if file and (found := in_address("/" + PurePosixPath(file.replace("\\", "/")).name)):
        out.append(Witness("file", found.when, f'the file\'s name holds "{found.when.words}"'))
    return tuple(_doubted(w, text, noise) for w in out)


def _of_noise(report: str, text: str, n: Noise, day_first: bool | None) -> list[Witness]:
    words = text[n.start : n.end]
    if n.kind == "legal":
        return _of_copyright(report, text, n, words)
    if n.kind not in ("byline", "date-line", "stamp", "caption", "credit", "share"):
        return []
    line_head = dateline_of(text[n.start : n.end + 1]) if n.kind == "date-line" else None
    if line_head and line_head.agency is None and line_head.place is None and _diary(text, n):
        return []
    out = []
    for printed in find_dates(words):
        found = printed if day_first is None else settled(printed, day_first)
        kind, says = _sort_of(n, words[: found.start], line_head is not None and line_head.date is not None)
        if found.month_day and kind not in ("dateline", "byline"):
            continue
        anchor = Anchor.cut(report, text, n.start + found.start, n.start + found.end)
        out.append(_witness(kind, found, says, anchor))
    return out


def _of_today(report: str, text: str, noise: Sequence[Noise]) -> list[Witness]:
    """ "announced today (14 October 2030) that": the first sentences name the day on which they were written."""
    said = _NAMED_TODAY.search(text[:LEAD])
    if said is None or any(n.start <= said.start() < n.end for n in noise):
        return []
    named = [
        f for f in find_dates(text[said.end() : said.end() + 30]) if f.start == 0 and (f.when.exact or f.month_day)
    ]
    anchor = Anchor.cut(report, text, said.start(), said.end() + named[0].end) if named else None
    return [_witness("dateline", f, "published", anchor, _TODAY) for f in named[:1] if anchor]


def _diary(text: str, n: Noise) -> bool:
    """Whether further lines begin with a day of their own: then the first is a day told, not the page's."""
    lines = text[n.end : n.end + 20_000].split("\n")[1:60]
    heads = [d for line in lines if line[:1].isalnum() and (d := dateline_of(line.strip())) and d.date and not d.agency]
    return bool(heads)


def _sort_of(n: Noise, before: str, dateline: bool) -> tuple[WitnessKind, str]:
    """What kind of statement a date in a piece of furniture is, by the last telling word before it."""
    telling = list(_TELLING.finditer(before))
    photo = n.kind == "credit" and re.search(r"(?i)photo|image|picture|video|getty|/", before) is not None
    if n.kind in ("caption", "share") or photo or (telling and telling[-1].group(2)):
        return ("body" if n.kind == "share" else "photo"), "not_before"
    after_last = re.split(r"(?i)\b(?:published|posted|issued|released)\b", before)[-1] if telling else before
    if n.kind == "stamp" or _TELLING.search(after_last):
        return "updated", "updated"
    if dateline:
        return "dateline", "published"
    return ("byline" if n.kind == "byline" else "body"), "published"


_WHY = {
    ("byline", "published"): 'the byline gives "{words}"',
    ("dateline", "published"): 'the words before the first sentence give "{words}"',
    ("body", "published"): 'a line of the page gives "{words}"',
    ("updated", "updated"): 'the page was updated "{words}"',
    ("photo", "not_before"): 'a photo on the page was taken "{words}"',
    ("body", "not_before"): 'a post shown on the page is of "{words}"',
}
_TODAY = 'it says that its own day is "{words}"'


def _witness(kind: WitnessKind, found: Found, says: str, anchor: Anchor, reason: str = "") -> Witness:
    why = (reason or _WHY[kind, says]).format(words=found.when.words)
    when, doubt = found.when, None
    if found.weekday and when.earliest:
        near = _nearest(when.earliest, found.weekday)
        doubt = (
            f'"{when.words}" cannot be: {when.earliest.isoformat()} was a {DAYS[when.earliest.weekday()].capitalize()}'
        )
        when = When.between(min(when.earliest, near), max(when.earliest, near), when.words, "stated")
    if found.month_day:
        why += ", without a year"
    return Witness(kind, when, why, anchor, says, doubt)  # type: ignore[arg-type]


def _nearest(day: date, weekday: str) -> date:
    """The day of that name closest to the given day; it is never more than three days off."""
    return min((day + timedelta(days=d) for d in range(-3, 4)), key=lambda d: DAYS[d.weekday()].capitalize() != weekday)


def _of_copyright(report: str, text: str, n: Noise, words: str) -> list[Witness]:
    """A copyright year is that of the page's showing, or was never renewed: a witness that bounds nothing."""
    years = re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", words[:300])
    if not years or not re.search(r"(?i)©|\(c\)|copyright|rights reserved", words):
        return []
    last = max(int(y) for y in years)
    when = When(edtf=str(last), words=str(last))
    anchor = Anchor.cut(report, text, n.start, n.end)
    return [
        Witness(
            "copyright",
            when,
            f"the copyright line names {last}, the year in which the page was shown or made",
            anchor,
            "not_after",
        )
    ]


def _of_statements(statements: Iterable[Statement]) -> list[Witness]:
    out = []
    for s in statements:
        if (when := stated(s.value)) is None:
            continue
        why = f'{s.where} is "{s.value[:60]}"'
        kind: WitnessKind = "updated" if s.says == "updated" else s.kind
        out.append(Witness(kind, when, why, None, s.says))  # type: ignore[arg-type]
    return out


def _of_address(url: str) -> list[Witness]:
    try:
        path = urlsplit(url).path
    except ValueError:  # "http://[": no address at all
        return []
    found = in_address(path)
    return [] if found is None else [Witness("url", found.when, f'the address holds "{found.when.words}"')]


def _doubted(w: Witness, text: str, noise: Sequence[Noise]) -> Witness:
    """A page's date far later than what its first lines tell as just said: a date of copying, not of publication."""
    day = w.when.earliest
    if (
        w.says != "published"
        or w.doubt
        or day is None
        or w.kind not in ("body", "dateline", "html")
        or not w.when.exact
    ):
        return w
    skip = {(n.start, n.end) for n in noise}
    for m in _SAID_ON.finditer(text[:LEAD]):
        if any(a <= m.start() < b for a, b in skip):
            continue
        told = [f for f in find_dates(text[m.end() : m.end() + 30]) if f.start == 0]
        if told and told[0].month_day and (said := _last_before(told[0].month_day, day)) and (day - said).days > LATE:
            doubt = f'the text tells what was said on "{told[0].when.words}", long before'
            return Witness(w.kind, When.between(said, day, w.when.words), w.why, w.anchor, w.says, doubt)
    return w


def _last_before(month_day: tuple[int, int], day: date) -> date | None:
    for year in (day.year, day.year - 1):
        try:
            said = date(year, *month_day)
        except ValueError:
            continue
        if said <= day:
            return said
    return None
