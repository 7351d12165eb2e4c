"""The brief as one HTML page that can be mailed and printed: no script, no link to anywhere, everything escaped.

In:   a Brief.
Out:  the page as text.
Room: view.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.report.formats.page import GENERATOR
from dateline.terms import When
from dateline.view.bounds import shown_of
from dateline.view.brief import (
    NOTE,
    Brief,
    change_words,
    evidence_of_points,
    figure_words,
)
from dateline.view.drawing import draw_series
from dateline.view.tables import clean, plural, span, standing_words
from dateline.view.words import according_to, cite, published_words, when_words

Line = Mapping[str, Any]


@cache
def style() -> str:
    """The style sheet, kept beside this file."""
    return files("dateline.view").joinpath("brief.css").read_text(encoding="utf-8")


def page(brief: Brief) -> str:
    """The whole page."""
    origin_of = {s["id"]: s["origin"] for s in brief.sources}
    shown: Mapping[str, Callable[[Sequence[Line]], str]] = {
        "changes": changes,
        "inforce": lambda lines: listed([state(s) for s in lines]),
        "timeline": lambda lines: listed([event(e) for e in lines], "event"),
        "figures": lambda lines: "".join(figure(s, origin_of) for s in lines) or nothing(),
        "disputes": lambda lines: "".join(dispute(d) for d in lines) or nothing(),
        "sources": sources,
    }
    parts = [section(heading, shown[part.command](part.lines) + meta(part.further)) for heading, part in brief.parts()]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="generator" content="{GENERATOR}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{esc(brief.title)}</title><style>{style()}</style></head><body>"
        f'<h1>{esc(brief.title)}</h1><p class="stand">{esc(brief.stand())}</p>{"".join(parts)}</body></html>\n'
    )


def esc(words: object) -> str:
    """Words of a report, as text of the page."""
    return html.escape(clean(str(words)), quote=True)


def section(heading: str, body: str) -> str:
    """A part of the page."""
    return f"<section><h2>{esc(heading)}</h2>{body}</section>"


def meta(words: str) -> str:
    """A remark of ours, not of a report."""
    return f'<p class="meta">{esc(words.replace("`", ""))}</p>' if words else ""


def nothing() -> str:
    """What stands where nothing stands."""
    return meta("Nothing.")


def listed(items: Sequence[str], css: str = "") -> str:
    """The items as a list."""
    return f"<ul>{''.join(f'<li class={chr(34)}{css}{chr(34)}>{i}</li>' for i in items)}</ul>" if items else nothing()


def tag(label: str | None, css: str) -> str:
    """A small label."""
    return f' <span class="tag {esc(css)}">{esc(label)}</span>' if label else ""


def words_of(evidence: Sequence[Line]) -> str:
    """The exact words behind a line, folded away until asked for; printed in full."""
    shown, left = shown_of(evidence)
    quotes = [
        f"<blockquote>“{esc(e['anchor']['text'])}”<cite>{esc(cite(e))}, characters "
        f"{e['anchor']['start']} to {e['anchor']['end']}</cite></blockquote>"
        for e in shown
    ]
    more = meta(f"{left:,} more" if left else "")
    told = plural(len(quotes) + left, "source")
    return f"<details><summary>{told}</summary>{''.join(quotes)}{more}</details>" if quotes else ""


def changes(lines: Sequence[Line]) -> str:
    """What changed."""
    return listed([f"{esc(change_words(c))}{words_of(c['evidence'])}" for c in lines])


def state(line: Line) -> str:
    """A line of the board."""
    label = tag(standing_words(line), line["status"])
    told = esc(line["title"] + according_to(line))
    return f'{told}{label} <span class="meta">{esc(span(line))}</span>{words_of(line["evidence"])}'


def event(line: Line) -> str:
    """A line of the timeline."""
    note = NOTE.get(line["factuality"])
    grade = line.get("grade")
    support = f"{plural(len(line['reports']), 'report')}, {plural(line['origins'], 'origin')}"
    graded = f", graded {grade['source']}{grade['item']}" if grade else ""
    told = esc(line["title"] + according_to(line))
    return (
        f'<div class="when">{esc(when_words(When.from_dict(line["when"])))}</div><div>{told}'
        f"{tag(note, line['factuality'])}"
        f' <span class="meta">{esc(support + graded)}</span>{words_of(line["evidence"])}</div>'
    )


def figure(line: Line, origin_of: Mapping[str, str]) -> str:
    """A series, drawn where it moves."""
    drawn = draw_series(line, origin_of)
    picture = f"<figure>{drawn}</figure>" if drawn else ""
    words = figure_words(line).removeprefix(f"{line['title']}: ")
    return f"<h3>{esc(line['title'])}</h3><div>{esc(words)}</div>{picture}{words_of(evidence_of_points(line))}"


def dispute(line: Line) -> str:
    """A question with its answers side by side."""
    sides = "".join(
        f"<div><strong>{esc(p['answer'])}</strong> "
        f'<span class="meta">{plural(len(p["reports"]), "report")}, {plural(p["origins"], "origin")}'
        f"</span>{words_of(p['evidence'])}</div>"
        for p in line["positions"]
    )
    return f'<h3>{esc(line["question"])}</h3><div class="sides">{sides}</div>'


def sources(lines: Sequence[Line]) -> str:
    """The table of reports."""
    rows = "".join(
        f"<tr><td>{esc(s['id'])}</td><td>{esc(s['publisher'] or '')}</td><td>{esc(s['title'] or '')}</td>"
        f"<td>{esc(published_words(When.from_dict(s['published'])))}</td>"
        f"<td>{esc('; '.join(r['why'] for r in s['published']['reasons']))}</td>"
        f"<td>{esc(s['origin'] if s['origin'] != s['id'] else '')}</td></tr>"
        for s in lines
    )
    heads = "".join(f"<th>{h}</th>" for h in ("Report", "Publisher", "Title", "Published", "Because", "Goes back to"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
