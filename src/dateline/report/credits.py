"""Finds whom a page names as the source of its text.

In:   the stored text, its furniture, the publisher and byline given beside it.
Out:  credits, each with the sentence for a reader and the words it rests on; names are those of lexicon/publishers.tsv.
Room: report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicon.tables import table
from dateline.report.datelines import dateline_of
from dateline.report.model import Credit, Noise
from dateline.terms import Anchor


@cache
def _known() -> dict[str, str]:
    out = {}
    for row in table("publishers"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            out[_key(name)] = row["name"]
    return out


def _key(name: str) -> str:
    return re.sub(r"^the | (?:staff|news agency|agency|online|website)$", "", " ".join(name.casefold().split()))


def publisher_name(name: str) -> str:
    """The usual name of an agency, paper or broadcaster; the name itself where it is not known.

    >>> publisher_name("AFP"), publisher_name("Harbour News")
    ('Agence France-Presse', 'Harbour News')
    """
    return _known().get(_key(name), " ".join(name.split()).strip(" .,;:"))


def bare_house(line: str) -> str:
    """The name in a line that holds nothing else: "Harbour Wire in Tolna", "(AFP)", "Voice of America (Washington)".

    >>> bare_house("Harbour Wire in Tolna"), bare_house("- AFP/Reuters"), bare_house("CNN —")
    ('Harbour Wire', 'AFP/Reuters', 'CNN')
    """
    bare = re.sub(r"(?:\s+in\s.{2,40}|\s*[-–—]+|\s*\([^()]{2,40}\)?)$", "", line.strip())
    return (bare or line).strip("()-–— ")


def is_known(name: str) -> bool:
    """Whether the table of publishers has the name or an alias of it."""
    return _key(name) in _known()


_SAYS = (
    re.compile(r"(?:source|sources|via) ?[:：] ?([^|\n]{2,80})", re.I),
    re.compile(r"(?:appeared first|first appeared|originally appeared|appeared) (?:on|in|at) ([^|\n]{2,80})", re.I),
    re.compile(
        r"(?:published|produced|posted|written|republished|syndicated) (?:first |originally )?"
        r"(?:on|by|in|at|from) ([A-Z][^|\n]{2,80})"
    ),
    re.compile(r"with (?:inputs?|files|reporting|material|information) from ([^|\n]{2,80})", re.I),
)
_OWNER = re.compile(
    r"(?i:©|\(c\)|copyright)[ ©]{0,3}(?:\d{4}[ ,]{1,2})?(?i:by )?([A-Z][\w. &]{1,40}?)(?:\.|,|$| All\b)"
)
_BYLINE = re.compile(r"(?i:by|from)[: ]{1,2}([^|\n]{2,120})")


def find_credits(
    report: str, text: str, noise: Sequence[Noise], publisher: str | None, byline: str | None
) -> tuple[Credit, ...]:
    """The sources the page names, in the order of the page, each name once.

    >>> page = "PARIS (AFP) - The ferry sailed again."
    >>> [c.name for c in find_credits("x", page, (Noise(0, 14, "date-line"),), "Harbour News (Reuters)", None)]
    ['Agence France-Presse', 'Reuters']
    """
    out: list[Credit] = []
    for n in noise:
        words = text[n.start : n.end][:300]
        if n.kind == "date-line":
            out += _from_dateline(report, text, n)
        elif n.kind == "agency":
            out += [
                _credit(report, text, n.start, n.end, name, f'the line "{words}" names it')
                for name in re.split(r"[/,&]| and ", bare_house(words))
                if name.strip()
            ]
        elif n.kind == "credit":
            out += _from_words(report, text, n, words)
        if n.kind in ("legal", "credit") and (m := _OWNER.search(words)) and is_known(m.group(1)):
            out += [_credit(report, text, n.start, n.end, m.group(1), f'the page says "{words[:120]}"')]
        if n.kind == "byline":
            out += _from_byline(report, text, n, words)
    out += [Credit(publisher_name(name), f'the byline given is "{byline}"') for name in _houses(byline or "")]
    out += [
        Credit(publisher_name(name), f'the publisher is given as "{publisher}"') for name in _in_publisher(publisher)
    ]
    return tuple({c.name: c for c in reversed(out)}[name] for name in dict.fromkeys(c.name for c in out))


def _credit(report: str, text: str, start: int, end: int, name: str, why: str) -> Credit:
    return Credit(publisher_name(name), why, Anchor.cut(report, text, start, end))


def _from_dateline(report: str, text: str, n: Noise) -> list[Credit]:
    found = dateline_of(text[n.start : n.end + 1])
    if found is None or found.agency is None:
        return []
    a, b = found.agency
    names = [x for x in re.split(r"[/,&]| and ", text[n.start + a : n.start + b]) if x.strip()]
    return [
        _credit(report, text, n.start + a, n.start + b, x, f"the dateline names {publisher_name(x)}") for x in names
    ]


def _from_words(report: str, text: str, n: Noise, words: str) -> list[Credit]:
    for pattern in _SAYS:
        if m := pattern.search(words):
            return [
                _credit(report, text, n.start, n.start + len(words), x, f'the page says "{words[:120]}"')
                for x in re.split(r",| and |/|&", m.group(1).strip(" ()."))
                if _is_name(x)
            ]
    return []


def _is_name(words: str) -> bool:
    """Whether the words can name a house: "agencies" and an address do not."""
    return re.search(r"[A-Z]", words) is not None and not words.strip().startswith("http")


def _from_byline(report: str, text: str, n: Noise, words: str) -> list[Credit]:
    if "contributed" in words:
        return []
    m = _BYLINE.match(words)
    return [
        _credit(report, text, n.start, n.start + len(words), name, f'the byline is "{words[:120]}"')
        for name in _houses(m.group(1) if m else words)
    ]


def _houses(byline: str) -> list[str]:
    """The agencies and houses in a byline; the people in it are left out."""
    parts = [p.strip(" .()") for p in re.split(r",|\||/| and |&|;|\bfor\b|\(|\)|\bvia\b", byline[:200])]
    house = re.compile(
        r"\b(?:news|agency|press|times|post|foundation|media|staff|service|wire|herald|tribune|journal)\b|\.\w{2,}$",
        re.I,
    )
    return [p for p in parts if p and (is_known(p) or house.search(p)) and not re.search(r"\d", p)]


def _in_publisher(publisher: str | None) -> list[str]:
    """ "Daily Links (CNN)", "MENAFN / KUNA", "UNN (citing NYT)": the house behind the house."""
    if not publisher:
        return []
    inner = re.findall(r"\(([^()]{2,80})\)", publisher) + re.split(r"\s/\s", re.sub(r"\([^()]*\)", "", publisher))[1:]
    names = [
        re.sub(r"\b(?:citing|via|text|texts|reports?|release|copy|retranslated|French)\b", "", x).strip(" ,")
        for y in inner
        for x in y.split(",")
    ]
    return [x for x in names if is_known(x)]
