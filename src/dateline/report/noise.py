"""Finds the words of a page that are no part of its article, and its headline.

In:   the stored text, and the title where one was given beside it.
Out:  spans of page furniture with their kind, in order, never overlapping; the span of the first copy of the headline.
Room: report. The rules for single lines are rows of lexicon/noise.tsv, applied in report/lines.py; this file looks at a
      line's neighbours and inside its words.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.report.clocks import clock_stamps
from dateline.report.datelines import dateline_of, stamps_in
from dateline.report.days import find_dates, months
from dateline.report.lines import (
    ENDS,
    LONGEST,
    SHORT,
    WORD,
    Line,
    is_tail,
    kind_of,
    lines_of,
    only_a_date,
    opens,
    rule,
    rules,
    squeezed,
)
from dateline.report.model import Noise, NoiseKind

MOST_COMMENTS = 0.35  # of a page; "Comments" in the middle of a long page is a label
EARLY = 4  # lines of the article in which a page may print its date amid other words


def find_noise(text: str, title: str | None = None) -> tuple[tuple[Noise, ...], tuple[int, int] | None]:
    """The furniture of a page and its headline.

    >>> page = "Skip to content\\nFerry back in service\\nThe ferry sailed again on Monday.\\nShare this: Facebook X"
    >>> noise, headline = find_noise(page)
    >>> [(page[n.start:n.end], n.kind) for n in noise], page[slice(*headline)]
    ([('Skip to content', 'navigation'), ('Share this: Facebook X', 'share')], 'Ferry back in service')
    """
    lines = lines_of(text)
    for line in lines:
        line.kind = kind_of(line)
    _readers_entries(lines)
    marks = [*_markdown(lines), *clock_stamps(lines)]
    headline = _headline(lines, title)
    _dates_in_the_article(lines)
    _repeats(lines, headline)
    _blocks(lines)
    _names_among_furniture(lines, headline)
    _labels(lines, headline)
    _headings(lines, headline)
    spans = [Noise(line.start, line.end, line.kind) for line in lines if line.kind]
    spans += [mark for mark in marks if all(mark.end > n.end or mark.start < n.start for n in spans)]
    body = [line for line in lines if line.kind is None and line is not headline]
    spans += [n for i, line in enumerate(body) for n in _parts(line, i == 0, i < EARLY or i >= len(body) - 2)]
    return tuple(sorted(spans, key=lambda n: n.start)), (headline.start, headline.end) if headline else None


_MARK = re.compile(r"#{1,6} +(?=\S)")


def _markdown(lines: list[Line]) -> list[Noise]:
    """The signs of Markdown: fields between "---" lines above the text, and "#" before headings."""
    if lines and lines[0].text == "---":
        end = next((i for i, line in enumerate(lines[1:40], 1) if line.text == "---"), 0)
        for line in lines[: end + 1 if end else 0]:
            line.kind = line.kind or "furniture"
    marks = []
    for line in lines:
        if line.kind is None and (m := _MARK.match(line.text)):
            marks.append(Noise(line.start, line.start + m.end(), "furniture"))
            line.start, line.text = line.start + m.end(), line.text[m.end() :]
    return marks


def _dates_in_the_article(lines: list[Line]) -> None:
    """A line that is only a date is the page's own above the article; inside it heads a day of a chronology. One that
    nothing of the article follows heads none: it is the page's again. One right above the article that is earlier than
    a day inside is the first day of the chronology, since no page is older than what it tells."""
    above: Line | None = None
    inside: list[Line] = []
    for line in lines:
        day = line.kind == "date-line" and only_a_date(line.text)
        if inside or (line.kind is None and line.prose):
            inside += [line] if day or line.kind is None else []
        elif day or line.kind is None:
            above = line if day else None
    days = [line for line in inside if line.kind]
    if days == inside[-1:]:
        return
    latest = max((_day_of(line) for line in days), default="")
    for line in [*days, *([above] if above and "" < _day_of(above) < latest else [])]:
        line.kind = None


def _day_of(line: Line) -> str:
    """The day that a line names, as in ISO 8601; empty where it names none, or none exactly."""
    found = [f.when.earliest for f in find_dates(line.text) if f.when.exact and f.when.earliest]
    return found[0].isoformat() if found else ""


def _headline(lines: list[Line], title: str | None) -> Line | None:
    """The first copy of the given title among the first lines, else the first line that can be a headline."""
    top = [line for line in lines[:40] if line.kind is None]
    given = squeezed(title or "")
    for line in top:
        if given and squeezed(line.text) == given:
            return line
    found: list[Line] = []
    for line in top:
        if line.prose or len(line.text) > 250 or line is lines[-1]:
            break
        if line.words >= 2 and not re.search(r"[,;:]$", line.text) and not opens(line):
            found.append(line)
    return next((line for line in found if line.words >= 4), found[0] if found else None)


def _repeats(lines: list[Line], headline: Line | None) -> None:
    """A line told before is furniture; so is the headline with the publisher's name hung on."""
    seen: dict[str, Line] = {}
    for line in lines:
        key = squeezed(line.text)
        if line is not headline and line.words >= 3 and key in seen and seen[key].kind in (None, "repeat", "heading"):
            line.kind = line.kind or "repeat"
        seen.setdefault(key, line)
    if headline is None:
        return
    name = squeezed(headline.text)
    for line in lines[:20]:
        if line is headline or line.kind or line.words > headline.words + 6 or headline.words < 3:
            continue
        key = squeezed(line.text)
        longer = key if len(key) > len(name) else name
        if (
            line.words >= 3
            and longer.startswith(min(key, name, key=len))
            and (key == name or re.search(r"\s[|\-–—:»]\s", line.text if longer is key else headline.text))
        ):
            line.kind = "repeat"


def _blocks(lines: list[Line]) -> None:
    """Lists of other stories, of takeaways and of comments: a heading and what belongs to it."""
    prose_seen = 0
    total = sum(len(line.text) for line in lines)
    i = 0
    while i < len(lines):
        line = lines[i]
        prose_seen += line.kind is None and line.prose
        tail = line.kind in (None, "comments") and prose_seen and is_tail(line)
        if tail:
            if sum(len(after.text) for after in lines[i + 1 :]) <= MOST_COMMENTS * total:
                for after in lines[i:]:
                    after.kind = after.kind or "comments"
                return
            line.kind = line.kind or "comments"
        kind = opens(line) if line.kind in (None, "related", "takeaways", "navigation") else None
        i += 1
        if kind is None:
            continue
        line.kind = kind
        if line.text.endswith(",") or rule("next", line):
            if i < len(lines) and lines[i].words <= SHORT and lines[i].kind is None and not is_tail(lines[i]):
                lines[i].kind = kind
                i += 1
            continue
        while i < len(lines) and not is_tail(lines[i]) and (lines[i].kind is not None or _belongs(lines[i], kind)):
            lines[i].kind = lines[i].kind or kind
            i += 1


_ENTRY = re.compile(
    r"(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})(?: \d{1,2}:\d{2} ?[ap]m)?"
    r"(?: at)? \d{1,2}:\d{2} ?[ap]m \|"
    r"|At \d{1,2}:\d{2} ?(?:[ap]m )?(?:on )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}, .{1,60} wrote:"
    r"|posted (?:on|at) .{6,40} \| comment on this post",
    re.IGNORECASE,
)


def _readers_entries(lines: list[Line]) -> None:
    """Entries that name their reader and minute ("March 23, 2011 at 3:38 pm | Reply"): from the first on, comments."""
    entries = [i for i, line in enumerate(lines) if _ENTRY.search(line.text[:LONGEST])]
    if len(entries) >= 2:
        for line in lines[entries[0] :]:
            line.kind = "comments" if line.kind in (None, "date-line", "stamp") else line.kind


_BULLET = re.compile(r"^(?:[•●▪◦‣·*\-–—]|\d{1,2}[.)])\s*\S")


def _belongs(line: Line, kind: NoiseKind) -> bool:
    """Whether a line under such a heading is one of its entries."""
    bullet = _BULLET.match(line.text) is not None
    if kind == "takeaways":
        return bullet
    return line.words <= 22 and (bullet or ENDS.search(line.text) is None or line.text.endswith("?"))


_NAME_LINE = re.compile(
    r"(?:[A-Z][\w.'’\-]*|de|van|von|al|el|bin|and|&)(?:,? (?:[A-Z][\w.'’\-]*|de|van|von|al|el|bin|and|&)){1,7}"
)


def _names_among_furniture(lines: list[Line], headline: Line | None) -> None:
    """A bare name between the headline and the article, next to furniture, is a byline: "Ana Reis / Updated on"."""
    body = next((i for i, line in enumerate(lines) if line.kind is None and line.prose), len(lines))
    for i in range(len(lines)):
        line = lines[i]
        if line.kind or line is headline or line.words > 7 or not _NAME_LINE.fullmatch(line.text):
            continue
        near = [lines[j].kind for j in (i - 1, i + 1) if 0 <= j < len(lines)]
        if any(k in ("stamp", "date-line", "byline") for k in near) and (i <= body + 1 or i >= len(lines) - 4):
            line.kind = "byline"


def _labels(lines: list[Line], headline: Line | None) -> None:
    """One to three words alone on a line are a label of the page ("World", "Show", "Companies"), not a sentence.

    In text that is broken at a width, a line goes on where the one before it has not ended; such lines stay.
    """
    for i, line in enumerate(lines):
        if (
            line.kind
            or line is headline
            or line.words > 3
            or re.search(r"[.!?…,;:\"”’)]$|\d|[\u2e80-\uffef]", line.text)
        ):
            continue
        before = next((b for b in reversed(lines[max(0, i - 3) : i]) if b.kind is None and b is not headline), None)
        if (before is None or ENDS.search(before.text)) and not line.text[0].islower():
            line.kind = "heading" if before and any(a.prose for a in lines[i + 1 : i + 2]) else "navigation"


@cache
def _month() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(n.capitalize() for n in months() if len(n) > 3) + r")\b")


def _headings(lines: list[Line], headline: Line | None) -> None:
    """Short lines without an end between paragraphs are headings inside the article, not sentences."""
    for i in range(1, len(lines) - 1):
        line = lines[i]
        if (
            line.kind
            or line is headline
            or not 1 <= line.words <= 10
            or re.search(r"[.!?…,;:\"”]$|\b\d{4}\b", line.text)
        ):
            continue
        if _BULLET.match(line.text) or "|" in line.text or find_dates(line.text) or _month().search(line.text):
            continue
        before = next((b for b in reversed(lines[:i][-4:]) if b.kind is None), None)
        after = next((a for a in lines[i + 1 : i + 5] if a.kind is None), None)
        if before is None or after is None or before is headline or not (ENDS.search(before.text) and after.prose):
            continue
        capitals = [w[0].isupper() for w in WORD.findall(line.text) if len(w) > 3]
        if line.text[0].isupper() and capitals and (sum(capitals) >= 0.6 * len(capitals) or line.words <= 5):
            line.kind = "heading"


def _parts(line: Line, first: bool, early: bool) -> list[Noise]:
    """Furniture inside a line that is otherwise the article's."""
    out: list[Noise] = []
    head = line.text[:LONGEST]
    for kind, pattern in rules("prefix"):
        if m := pattern.match(head):
            out.append(Noise(line.start, line.start + m.end(), kind))
            break
    found = dateline_of(head, first)
    if found and not out:
        out.append(Noise(line.start, line.start + found.end, "date-line"))
    if early:
        for a, b in stamps_in(head):
            if all(line.start + b <= n.start or line.start + a >= n.end for n in out):
                out.append(Noise(line.start + a, line.start + b, "date-line"))
    for kind, pattern in rules("inside"):
        for m in pattern.finditer(head):
            start, end = line.start + m.start(), line.start + m.end()
            if all(end <= n.start or start >= n.end for n in out):
                out.append(Noise(start, end, kind))
    return out
