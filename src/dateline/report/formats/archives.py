"""Reads files that hold many pages: web archives (WARC) and feeds (RSS, Atom).

In:   a `.warc` or `.warc.gz` file, or the XML of a feed.
Out:  a page for every article in it; what holds none is passed over, and a refusal says so if nothing is left.
Room: report.
"""

# ruff: noqa: PLC0415 - what is heavy is loaded where it is used
from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any

from dateline.report.formats import html, plain
from dateline.report.formats.page import BIGGEST_FILE, Page, Pages, refuse
from dateline.report.witnesses import Statement
from dateline.terms import Refusal

MOST_BYTES = 8 * 2**20  # of one archived page


def read_warc(path: Path, where: str) -> Pages:
    """A page for every archived HTML answer; the day of fetching bounds its date from above."""
    from warcio.archiveiterator import ArchiveIterator

    number = found = 0
    try:
        with path.open("rb") as file, contextlib.redirect_stderr(io.StringIO()):  # warcio prints its own warnings
            for record in ArchiveIterator(file):
                number += 1
                if record.rec_type not in ("response", "resource", "conversion"):
                    continue
                page = _from_record(record, f"{where}:{number}")
                if page is not None:
                    found += 1
                    yield page
    except Exception as error:  # warcio raises errors of many kinds on broken archives
        yield refuse(
            where,
            f"the archive breaks off after record {number} ({str(error)[:80]})",
            "Fetch it again; what came before was read",
        )
        return
    if not found:
        yield refuse(where, "the archive holds no web page", "Give an archive with HTML answers")


def _from_record(record: Any, where: str) -> Page | Refusal | None:
    kind = str(
        record.http_headers.get_header("Content-Type")
        if record.http_headers
        else record.rec_headers.get_header("Content-Type") or ""
    )
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if "html" not in kind or status not in ("200", "203"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    fetched = record.rec_headers.get_header("WARC-Date")
    page = html.article(record.content_stream().read(MOST_BYTES), where, url)
    if isinstance(page, Refusal):
        return page
    seen = (Statement("the day the page was fetched", fetched, "not_after", "file"),) if fetched else ()
    return Page(where, page.text, page.fields, page.statements + seen)


def read_feed(path: Path, where: str) -> Pages:
    """A page for every entry with words."""
    got = plain.read_bytes(path, where)
    if isinstance(got, Refusal):
        yield got
        return
    import feedparser

    if len(got) > BIGGEST_FILE or b"<!ENTITY" in got[:4096]:
        yield refuse(
            where, "the file declares entities, which feeds do not need", "Give the feed as its publisher sends it"
        )
        return
    feed = feedparser.parse(got, sanitize_html=True, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        yield refuse(where, "the file is no feed (RSS or Atom)", "Give its articles as HTML, text or rows")
        return
    if not feed.entries:
        yield refuse(where, "the feed has no entries", "Give a feed with at least one entry")
    publisher = str(feed.feed.get("title") or "") or None
    for number, entry in enumerate(feed.entries, 1):
        yield _from_entry(entry, publisher, f"{where}:{number}")


def _from_entry(entry: Any, publisher: str | None, where: str) -> Page | Refusal:
    blocks = [str(c.get("value") or "") for c in entry.get("content") or []]
    source = max([*blocks, str(entry.get("summary") or "")], key=len)
    body = _plain_words(source)
    title = " ".join(str(entry.get("title") or "").split()) or None
    if not body.strip():
        return refuse(where, "the entry has no text", "Give the article itself; this feed only links to it")
    fields = {
        "id": entry.get("id") or entry.get("link"),
        "url": entry.get("link"),
        "publisher": publisher,
        "byline": entry.get("author"),
        "title": title,
        "published": entry.get("published"),
        "language": None,
    }
    updated = dict.get(entry, "updated")  # feedparser answers with `published` where there is none
    statements = (
        (Statement("the entry's updated", str(updated), "updated"),)
        if updated and updated != entry.get("published")
        else ()
    )
    return Page(where, html.with_headline(body, title), {k: v for k, v in fields.items() if v}, statements)


def _plain_words(source: str) -> str:
    """The words of a piece of HTML, a block a line."""
    import lxml.html
    from lxml.etree import LxmlError

    if "<" not in source:
        return source.strip()
    try:
        tree = lxml.html.fragment_fromstring(source, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return ""
    return html.visible_words(tree)
