"""Measures which words of a page are told to be no part of its article, on the situations (retold reports).

Gold: characters of `text` outside the title's first copy and outside `clean_text`. A dateline, which the gold counts as
the article's and Dateline as furniture, is left out on both sides. And whether the days are right that scraped pages
print of themselves, with the date beside the text withheld.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

from dateline.report.load import from_text
from dateline.report.noise import find_noise

FOLDER = "situations"


def run(data: Path, quick: bool) -> list[dict[str, Any]]:
    """Precision and recall of furniture, in percent of characters that are no spaces, and headlines found."""
    right = given = wanted = headlines = pages = 0
    for path in sorted((data / FOLDER).glob("*/reports.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"]
            gold, made, headline = furniture(row), found(text), find_noise(text)[1]
            for i, c in enumerate(text):
                if c.isspace() or (made[i] == "date-line" and not gold[i]):
                    continue
                right += bool(gold[i] and made[i])
                given += made[i] is not None
                wanted += gold[i]
            if row["title"] in text:
                pages += 1
                headlines += headline is not None and text[slice(*headline)] == row["title"]
    scores = {
        "furniture precision": right / given if given else 0.0,
        "furniture recall": right / wanted if wanted else 0.0,
        "headline found": headlines / pages if pages else 0.0,
    }
    rows = [{"set": "situations", "measure": name, "score": 100 * value} for name, value in scores.items()]
    return rows + page_dates(data, quick)


def furniture(row: dict[str, Any]) -> list[bool]:
    """For each character of the page, whether it is none of the article's."""
    text = row["text"]
    gold = [True] * len(text)
    at = max(text.find(row["title"]), 0)
    pieces = [row["title"], *re.split(r"(?<=[.!?])\s+|\n", row["clean_text"])]
    for piece in pieces:
        start = text.find(piece, at) if piece else -1
        if start < 0:
            continue
        gold[start : start + len(piece)] = [False] * len(piece)
        at = start if piece == row["title"] else at
    return gold


def found(text: str) -> list[str | None]:
    """For each character of the page, the kind of furniture it is said to be."""
    made: list[str | None] = [None] * len(text)
    for n in find_noise(text)[0]:
        made[n.start : n.end] = [n.kind] * (n.end - n.start)
    return made


def page_dates(data: Path, quick: bool) -> list[dict[str, Any]]:
    """Of the days that scraped pages are found to state, how many are right; how many state one at all."""
    given = right = pages = 0
    for path in sorted((data / "timeline").glob("*/articles.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in list(lines)[:: 40 if quick else 8]]
        for row in rows[:300]:
            published = from_text(row["text"][:20_000] or ".", id="x", title=row.get("title") or None).published
            pages += 1
            given += published.exact
            right += published.exact and str(published.earliest) == row["published"]
    if not given:
        return []
    found = {"page date right, of those given": right / given, "page date given": given / pages}
    return [{"set": "scraped pages", "measure": name, "score": 100 * value} for name, value in found.items()]
