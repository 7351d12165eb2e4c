"""Draws the answers as tables for a terminal, no wider than it is.

In:   lines as `ask` gives them.
Out:  Rich tables; words of reports are shown as text, never as markup.
Room: view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from dateline.terms import When
from dateline.view.words import according_to, amount_words, published_words, unit_words, when_words

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Line = Mapping[str, Any]
Cell = Callable[[Line], str]
STYLES: Final = {
    "planned": "cyan", "demanded": "yellow", "conditional": "yellow", "possible": "yellow", "not_happened": "red",
    "denied": "red", "in_force": "green", "suspended": "yellow", "ended": "red", "not_begun": "red",
    "disputed": "magenta",
}  # fmt: skip


def plural(count: int, noun: str) -> str:
    """The count with its noun.

    >>> plural(1, "report"), plural(0, "dispute")
    ('1 report', '0 disputes')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def told(line: Line) -> str:
    """How many reports tell it, going back to how many origins."""
    n = len(line["reports"])
    return f"{n}" if line["origins"] == n else f"{n} ({plural(line['origins'], 'origin')})"


def when_of(line: Line, key: str = "when") -> str:
    """The When under the key, in words."""
    return when_words(When.from_dict(line[key])) if line.get(key) else ""


def latest(line: Line) -> str:
    """The figure that holds on the day asked about."""
    if not isinstance(line.get("latest"), Mapping):
        return "none"
    latest = line["latest"]
    one = latest.get("low") == latest.get("high") == 1
    return amount_words(latest) + unit_words(line["unit"], line["counted"], one)


def moves(line: Line) -> str:
    """How the figure moved: each new value with its day, one known to some weeks only where these end."""
    told = sorted(line["points"], key=lambda p: _last_day(p["when"]))
    shown = list(dict.fromkeys(f"{amount_words(p)} ({when_of(p)})" for p in told))
    left = len(shown) - FIRST - LAST
    return "; ".join(shown if left <= 1 else [*shown[:FIRST], f"({left} more)", *shown[-LAST:]])


def _last_day(when: Line) -> tuple[str, str]:
    """The last day on which it can hold; what has none comes last."""
    return when["latest"] or "9999", when["earliest"] or ""


def span(line: Line) -> str:
    """From when to when a state stands."""
    begun, ended = when_of(line, "from"), when_of(line, "to")
    return " – ".join(x for x in (begun or "?", ended) if x)


STATUS: Final = {
    "in_force": "in force", "ended": "ended", "suspended": "suspended", "not_begun": "not begun", "planned": "planned",
    "disputed": "disputed",
}  # fmt: skip
FATE: Final = {
    ("ended", "done"): "carried out", ("ended", "cancelled"): "called off", ("ended", "overdue"): "not met",
    ("planned", "slipped"): "put off", ("planned", "overdue"): "overdue",
}  # fmt: skip  # of a plan: it does not end


def standing_words(line: Line) -> str:
    """How a state stands, or what became of a plan.

    >>> standing_words({"status": "ended", "outcome": "done"}), standing_words({"status": "in_force"})
    ('carried out', 'in force')
    """
    status = status_of(line)
    return STATUS.get(status, status)


def status_of(line: Line) -> str:
    """The status as the line has it; of a plan that something became of, what."""
    status: str = line["status"]
    return FATE.get((status, line.get("outcome", "")), status)


def positions(line: Line) -> str:
    """The answers side by side."""
    return "  |  ".join(f"{p['answer']} ({', '.join(p['reports'])})" for p in line["positions"])


def because(source: Line) -> str:
    """Why we think that a report came out then, and what a person should know of it."""
    whys = dict.fromkeys(x["why"] for x in source["published"]["reasons"])
    return "; ".join([*list(whys)[:3], *source["notes"]]) or "nothing on the page says"


FIRST, LAST = 3, 5  # of a long series, the moves that a table shows
COLUMNS: Final[dict[str, tuple[tuple[str, Cell], ...]]] = {
    "timeline": (
        ("When", when_of),
        ("What", lambda e: e["title"] + according_to(e)),
        ("Factuality", lambda e: e["factuality"]),
        ("Reports", told),
        ("Id", lambda e: e["id"]),
    ),
    "figures": (
        ("Series", lambda s: s["title"]),
        ("Latest", latest),
        ("Moves", moves),
        ("Id", lambda s: s["id"]),
    ),
    "inforce": (
        ("State", lambda s: s["title"] + according_to(s)),
        ("Status", status_of),
        ("From – to", span),
        ("Reports", told),
        ("Id", lambda s: s["id"]),
    ),
    "disputes": (
        ("Question", lambda d: d["question"]),
        ("Kind", lambda d: d["kind"]),
        ("Answers", positions),
        ("Id", lambda d: d["id"]),
    ),
    "sources": (
        ("Report", lambda r: r["id"]),
        ("Published", lambda r: published_words(When.from_dict(r["published"]))),
        ("Because", because),
        ("Origin", lambda r: r["origin"] if r["origin"] != r["id"] else ""),
    ),
    "entities": (
        ("Name", lambda e: e["name"]),
        ("Kind", lambda e: e["kind"] or ""),
        ("Also written", lambda e: ", ".join(a["name"] for a in e["aliases"] if a["name"] != e["name"])),
        ("Offices", lambda e: ", ".join(o["title"] for o in e["offices"])),
        ("Mentions", lambda e: str(len(e["mentions"]))),
        ("Id", lambda e: e["id"]),
    ),
    "changes": (
        ("Change", lambda c: c["kind"]),
        ("What", lambda c: c["title"]),
        ("Before", lambda c: str(c["before"] or "")),
        ("After", lambda c: str(c["after"] or "")),
        ("Id", lambda c: c["what"]),
    ),
    "gaps": (
        ("Gap", lambda g: g["kind"]),
        ("When", when_of),
        ("What", lambda g: g["title"]),
        ("Id", lambda g: ", ".join(g["about"])),
    ),
    "why": (
        ("Step", lambda s: "· " * s["depth"] + s["step"]),
        ("Says", lambda s: s["says"]),
        ("Words", lambda s: s["anchor"]["text"] if s["anchor"] else ""),
        ("Report", lambda s: s["anchor"]["report"] if s["anchor"] else ""),
    ),
    "search": (
        ("Report", lambda s: s["anchor"]["report"]),
        ("Sentence", lambda s: s["anchor"]["text"]),
    ),
}
NARROW: Final = (
    "When",
    "Factuality",
    "Status",
    "Kind",
    "Reports",
    "Id",
    "Report",
    "Latest",
    "Change",
    "Mentions",
    "Gap",
)


def draw(name: str, lines: Sequence[Line]) -> Table:
    """The table of that name."""
    from rich.table import Table  # noqa: PLC0415 - lines as JSON are printed without it

    columns = COLUMNS[name]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title, _ in columns:
        table.add_column(title, no_wrap=title == "Id", overflow="fold", ratio=None if title in NARROW else 1)
    for line in lines:
        table.add_row(*(styled(cell(line)) for _, cell in columns))
    return table


def styled(words: str) -> Text:
    """The words as text, coloured where they name a factuality or a status."""
    from rich.text import Text  # noqa: PLC0415

    return Text(clean(words), style=STYLES.get(words, ""))


def clean(words: str) -> str:
    """Without characters that could move a terminal's cursor.

    >>> clean("a\\x1b[31mb\\n c")
    'a[31mb c'
    """
    return " ".join("".join(c for c in words if c.isprintable() or c.isspace()).split())
