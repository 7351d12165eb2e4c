"""Reads the article of a web page, and the dates in its markup.

In:   the bytes or text of a page, its address.
Out:  a page whose text is the headline, a line, and the article, a paragraph a line; `<meta>`, JSON-LD and `<time>` as
      statements about its date; nothing (a refusal) where there is no article.
Room: report. trafilatura finds the article; our own pass over the paragraphs is for pages it leaves.
"""

# ruff: noqa: PLC0415, SIM905 - lists of words are written as text; what is heavy is loaded where it is used
from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

from dateline.report.formats import plain
from dateline.report.formats.page import GENERATOR, Page, Pages, refuse
from dateline.report.witnesses import Statement
from dateline.terms import Refusal

FEWEST_WORDS = 12  # of an article; a page with less is a menu, an error or a login
_PUBLISHED = frozenset(
    """article:published_time og:published_time og:article:published_time article:published article.published
    datepublished date pubdate publishdate publish-date publish_date originalpublicationdate article_date_original
    dc.date dc.date.issued dcterms.created dcterms.date dcterms.issued rnews:datepublished parsely-pub-date
    sailthru.date citation_publication_date cxenseparse:recs:publishtime displaydate timestamp""".split()
)
_UPDATED = frozenset(
    """article:modified_time og:updated_time datemodified last-modified lastmod dcterms.modified article.updated
    rnews:datemodified""".split()
)


_NO_ARTICLE = re.compile(
    r"(?i)\b(?:40[34]|50[023]|not found|forbidden|access denied|sign in|log ?in|just a moment|error)\b"
)


def read(path: Path, where: str) -> Pages:
    """One page: the article of an HTML file."""
    got = plain.read_bytes(path, where)
    if isinstance(got, Refusal):
        yield got
        return
    yield article(got, where)


def article(data: bytes | str, where: str, url: str | None = None) -> Page | Refusal:
    """The article of a page.

    >>> page = article("<h1>Ferry back</h1><p>The ferry sailed again on Monday, the port said, after a week of "
    ...                "strike at the quay.</p><time pubdate datetime='2024-03-05'>5 March</time>", "page.html")
    >>> page.text.splitlines()[0], page.statements[0].value
    ('Ferry back', '2024-03-05')
    """
    source = _source(data)
    if source is None:
        return refuse(where, "the file is binary, not HTML", "Give the page as HTML or text")
    import lxml.html
    from lxml.etree import LxmlError

    try:
        tree = lxml.html.document_fromstring(
            _without_declaration(source), parser=lxml.html.HTMLParser(encoding=None, huge_tree=False)
        )
    except (LxmlError, ValueError, AssertionError):
        return refuse(where, "the page holds no article", "Save the page again, or give its text as .txt")
    if any(m.get("name") == "generator" and m.get("content") == GENERATOR for m in tree.iter("meta")):
        return refuse(where, "the page is a brief that Dateline wrote", "Add the reports it was made from")
    data_blocks = _json_ld(tree)
    statements = tuple(_from_meta(tree) + _from_json_ld(data_blocks) + _from_time(tree)) or _by_htmldate(tree)
    fields = _fields(tree, data_blocks, url)
    body = _body(source, tree)
    told = next((b["articleBody"] for b in data_blocks if isinstance(b.get("articleBody"), str)), "")
    if len(told.split()) > 1.5 * len(body.split()):  # a page that shows only its beginning
        body = "\n".join(" ".join(line.split()) for line in told.splitlines() if line.strip())
    few = FEWEST_WORDS if not _NO_ARTICLE.search(f"{fields.get('title')} {_title(tree)}") else 60
    if len(body.split()) < few:
        return refuse(where, "the page holds no article", "Save the article's own page, or give its text as .txt")
    text = with_headline(body, fields.get("title"))
    return Page(where, text, fields, statements, named_by_content=False)


def _source(data: bytes | str) -> str | None:
    if isinstance(data, str):
        return data
    named = re.search(rb"charset\s*=\s*[\"']?\s*([\w.-]{2,30})", data[:4096], re.IGNORECASE)
    try:
        return plain.normal_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    if named:
        try:
            return plain.normal_lines(data.decode(named.group(1).decode("ascii")))
        except (UnicodeDecodeError, LookupError, UnicodeEncodeError):
            pass
    decoded = plain.decode(data)
    return plain.normal_lines(decoded[0]) if decoded else None


def _without_declaration(source: str) -> str:
    """lxml refuses text that declares an encoding; it is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source).replace("\x00", "")


def _from_meta(tree: Any) -> list[Statement]:
    out = []
    for node in tree.iter("meta"):
        name = str(
            node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or ""
        ).lower()
        value = str(node.get("content") or "").strip()[:80]
        if value and name in _PUBLISHED:
            out.append(Statement(f"the page's {name}", value))
        elif value and name in _UPDATED:
            out.append(Statement(f"the page's {name}", value, "updated"))
    return list(dict.fromkeys(out))


def _json_ld(tree: Any) -> list[dict[str, Any]]:
    """The article objects in the page's JSON-LD; broken blocks are skipped."""
    out: list[dict[str, Any]] = []
    for node in list(tree.iter("script"))[:200]:
        if "ld+json" not in str(node.get("type") or ""):
            continue
        try:
            waiting: list[Any] = [json.loads(node.text or "")]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < 500:
            seen += 1
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item[:100]
            elif isinstance(item, dict):
                if re.search(r"Article|Posting|Report\b|WebPage", str(item.get("@type"))):
                    out.append(item)
                waiting += [v for k, v in item.items() if k in ("@graph", "mainEntity", "mainEntityOfPage")]
    out.sort(key=lambda item: "WebPage" in str(item.get("@type")))
    return out


def _from_json_ld(blocks: list[dict[str, Any]]) -> list[Statement]:
    out = []
    for block in blocks[:3]:
        for key, says in (("datePublished", "published"), ("dateModified", "updated")):
            if isinstance(value := block.get(key), str):
                out.append(Statement(f"the page's {key}", value[:80], says))
    return list(dict.fromkeys(out))


def _from_time(tree: Any) -> list[Statement]:
    """`<time>` elements that say that they are the page's own: alone, `pubdate`, or named for it."""
    nodes = [n for n in tree.iter("time") if n.get("datetime")][:50]
    out = []
    for n in nodes:
        own = " ".join(str(n.get(a) or "") for a in ("class", "itemprop", "id"))
        around = " ".join(str(n.getparent().get(a) or "") for a in ("class", "id")) if n.getparent() is not None else ""
        says = _time_says(own) or ("published" if n.get("pubdate") is not None else _time_says(around))
        if says:
            out.append(Statement("the page's <time>", str(n.get("datetime"))[:80], says))
    if not out and len(nodes) == 1:
        out.append(Statement("the page's only <time>", str(nodes[0].get("datetime"))[:80]))
    return list(dict.fromkeys(out))[:4]


def _time_says(name: str) -> str | None:
    """What the name of an element says of the time in it."""
    if re.search(r"(?i)updat|modif", name):
        return "updated"
    return "published" if re.search(r"(?i)publish|posted|entry-date|article-date|dateline|created", name) else None


def _by_htmldate(tree: Any) -> tuple[Statement, ...]:
    """What htmldate finds in the page's markup; it is not asked to guess (it takes events' dates)."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        value = find_date(tree, extensive_search=False, original_date=True)
    except Exception:  # htmldate gives up on odd pages in many ways
        return ()
    return (Statement("the date htmldate finds in the page's markup", value),) if value else ()


def _fields(tree: Any, blocks: list[dict[str, Any]], url: str | None) -> dict[str, Any]:
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = str(node.get("property") or node.get("name") or "").lower()
        meta.setdefault(name, str(node.get("content") or "").strip()[:500])
    block = blocks[0] if blocks else {}
    heads = [_words(n) for n in tree.iter("h1")]
    title = next(
        (
            t
            for t in (
                _text(block.get("headline")),
                next((h for h in heads if h), None),
                meta.get("og:title"),
                _title(tree),
            )
            if t
        ),
        None,
    )
    canonical = next(
        (str(n.get("href")) for n in tree.iter("link") if str(n.get("rel")).lower() == "canonical" and n.get("href")),
        None,
    )
    found = {
        "url": url or canonical or meta.get("og:url"),
        "publisher": _text(block.get("publisher")) or meta.get("og:site_name") or meta.get("application-name"),
        "byline": _text(block.get("author")) or meta.get("author") or meta.get("article:author"),
        "title": title,
        "language": str(tree.get("lang") or "")[:2].lower() or None,
    }
    return {k: v for k, v in found.items() if v and not (k == "url" and not str(v).startswith("http"))}


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(v) for v in value[:8]))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split())[:300] if isinstance(value, str) and value.strip() else None


def _words(node: Any) -> str:
    return " ".join(str(node.text_content()).split())[:500]


def _title(tree: Any) -> str | None:
    node = next(iter(tree.iter("title")), None)
    return _words(node) if node is not None else None


def _body(source: str, tree: Any) -> str:
    """The article, a paragraph a line."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it gives up on goes to our own pass
    try:
        body = (
            trafilatura.extract(
                source, include_comments=False, include_tables=False, include_formatting=False, favor_recall=False
            )
            or ""
        )
    except Exception:  # a page that trafilatura cannot bear goes to our own pass
        body = ""
    if len(body.split()) < 40:
        own = _own_pass(tree)
        body = own if len(own.split()) > len(body.split()) else body
    if len(body.split()) < FEWEST_WORDS:
        body = visible_words(tree)
    return "\n".join(" ".join(line.split()) for line in body.splitlines() if line.strip())


def _own_pass(tree: Any) -> str:
    """Paragraphs of the article, else of the page, with page parts by their own tags left out."""
    root = next(iter(tree.iter("article")), None)
    root = root if root is not None else next(iter(tree.iter("main")), tree)
    out = []
    for node in root.iter("p", "h2", "h3", "li", "blockquote", "td"):
        if any(
            a.tag in ("nav", "footer", "aside", "header", "form", "script", "style", "blockquote")
            for a in node.iterancestors()
        ):
            continue
        if (words := _words(node)) and (node.tag not in ("li", "td") or len(words.split()) > 6):
            out.append(words)
    return "\n".join(dict.fromkeys(out))


_BLOCKS = frozenset("br p div li h1 h2 h3 h4 h5 h6 blockquote tr td section article table ul ol hr pre".split())
_SILENT = frozenset("script style nav footer aside form head noscript template svg button select".split())


def visible_words(tree: Any) -> str:
    """All words of a piece of HTML, a block a line; menus, scripts and forms left out."""
    parts: list[str] = []
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    while waiting:
        node, done = waiting.pop()
        if done:
            parts.append(("\n" if node.tag in _BLOCKS else "") + str(node.tail or ""))
            continue
        waiting.append((node, True))
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            continue
        parts.append(("\n" if node.tag in _BLOCKS else "") + str(node.text or ""))
        waiting += [(child, False) for child in reversed(node)]
    lines = (" ".join(line.split()) for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)


def with_headline(body: str, title: str | None) -> str:
    """The headline stands on the page, so it stands in the text, once."""
    if not title:
        return body
    first = body.split("\n", 1)[0]
    same = re.sub(r"\W+", "", first).casefold() == re.sub(r"\W+", "", title).casefold()
    return body if same else f"{title}\n{body}"
