"""Finds the words that a reader names: `will`, `will#2`, `"40 million"#1`.

Room: benchmarks. See docs/annotation.md, "How to write it down".
"""

from __future__ import annotations

import re

from .model import Span

NAME = re.compile(r'\s*(?:"(?P<quoted>[^"]+)"|(?P<plain>[^\s|&>/=#"]+))(?:#(?P<n>\d+))?\s*$')


class UnclearError(ValueError):
    """The line cannot be read; the message says why."""


def places(text: str, form: str) -> list[Span]:
    """Where the form stands as whole words, from left to right.

    >>> places("Two of two-day talks; two.", "two")
    [(7, 10), (22, 25)]
    >>> places("1,200 of 1 and 200.", "200")
    [(15, 18)]
    """
    left = r"(?<!\w)(?<!\d[.,])" if form[0].isdigit() else r"(?<!\w)" if form[0].isalnum() else ""
    right = r"(?!\w)(?![.,]\d)" if form[-1].isdigit() else r"(?!\w)" if form[-1].isalnum() else ""
    pattern = left + r"\s+".join(re.escape(part) for part in form.split()) + right
    return [match.span() for match in re.finditer(pattern, text)]


def find(text: str, name: str) -> Span:
    """The one place that the name means.

    >>> find("It will, he said, will sink.", "will#2")
    (18, 22)
    """
    match = NAME.match(name)
    if match is None:
        raise UnclearError(f"{name.strip()!r} is no word (put several words, or | & > / = # in quotes)")
    form = match["quoted"] or match["plain"]
    found = places(text, form)
    if not found:
        raise UnclearError(f"{form!r} does not stand in the passage")
    if match["n"] is None:
        if len(found) > 1:
            raise UnclearError(f"{form!r} stands {len(found)} times: say {form}#1 to {form}#{len(found)}")
        return found[0]
    if not 1 <= int(match["n"]) <= len(found):
        raise UnclearError(f"{form!r} stands only {len(found)} times, not {match['n']}")
    return found[int(match["n"]) - 1]


def name(text: str, span: Span) -> str:
    """How a reader would name these words; `find` gives the span back.

    >>> name("It will, he said, will sink.", (18, 22))
    'will#2'
    """
    form = text[span[0] : span[1]]
    found = places(text, form)
    shown = form if NAME.match(form) and '"' not in form else f'"{form}"'
    return shown if len(found) < 2 else f"{shown}#{found.index(span) + 1}"


def parts(line: str, mark: str) -> list[str]:
    """The line cut at the mark, but never inside quotes.

    >>> parts('N "3|4" | role=level', "|")
    ['N "3|4"', 'role=level']
    """
    pieces = re.findall(
        r'(?:"[^"]*"|[^"' + re.escape(mark) + r'])+|"|(?<=' + re.escape(mark) + r")(?=$|" + re.escape(mark) + ")", line
    )
    return [piece.strip() for piece in pieces]
