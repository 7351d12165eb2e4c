"""The options that many commands share, and how days are read from them.

Room: cli.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dateline.record.judgement import when_of
from dateline.terms import DatelineError

File = Annotated[Path, typer.Argument(metavar="FILE.dateline", help="The record, one SQLite file.", show_default=False)]


def path(words: str) -> Path:
    """The path as written; an empty one is none, and would stand for the folder that one is in."""
    if not words:
        raise typer.BadParameter("the path is empty. Is a variable of the shell not set?")
    return Path(words)


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Files and folders of reports.", show_default=False, parser=path),
]
Json = Annotated[
    bool, typer.Option("--json", help="Print JSON lines, one object a line, as docs/formats.md names them.")
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="What is true on that day.", show_default="last dated report")
]
KnownBy = Annotated[
    str | None,
    typer.Option("--known-by", metavar="DATE", help="Use only reports published by that day.", show_default=False),
]
Generous = Annotated[
    bool,
    typer.Option("--generous", help="Count an undated report as known from its earliest possible day, not its latest."),
]

Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon", metavar="FILE", help="Rows of your own, in the form of lexicon/states.tsv.", show_default=False
    ),
]


def day(words: str | None, option: str) -> date | None:
    """The last day of the date a user wrote, or None; DatelineError names the option.

    >>> day("2024-02", "--on")
    datetime.date(2024, 2, 29)
    """
    if words is None:
        return None
    try:
        return when_of(words).latest
    except DatelineError as error:
        raise DatelineError(f"{option}: {error}") from None
