"""The commands that write a page or a table for others.

Room: cli.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from dateline.cli.options import File, KnownBy, Lexicon, On, day
from dateline.cli.shell import app, say, show
from dateline.terms import DatelineError
from dateline.view.situation import open_situation

PAGES: Final = (".html", ".htm")
TEXTS: Final = (".md", ".markdown", ".txt", "")


@app.command(epilog="Example:  dateline brief niger.dateline --out brief.html --since 2024-03-01")
def brief(
    file: File,
    to: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="PATH", help="A .html or .md file; left out, Markdown is printed.", show_default=False
        ),
    ] = None,
    on: On = None,
    known_by: KnownBy = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Open with what changed since that day.")] = None,
    title: Annotated[str | None, typer.Option(help="The heading.", show_default="the file's name")] = None,
    lexicon: Lexicon = None,
) -> None:
    """Write a brief: what changed, what is in force, timeline, figures, disputes, sources, each line with its words.

    Of a list of more than 200 lines it shows the weightiest, and says which command prints them all.
    """
    if to is not None and to.suffix.lower() not in (*PAGES, *TEXTS):
        raise DatelineError(f"A brief is no {to.suffix} file. Give --out a name that ends in .html or .md.")
    with open_situation(file, create=False, lexicon=lexicon) as situation:
        asked = {"on": day(on, "--on"), "known_by": day(known_by, "--known-by"), "since": day(since, "--since")}
        form = "html" if to is not None and to.suffix.lower() in PAGES else "markdown"
        text = situation.brief(form=form, title=title or file.stem, **asked)
    if to is None:
        sys.stdout.write(text)
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DatelineError(f"{to} could not be written ({error.strerror}). Give another place with --out.") from error
    say(f"Wrote {to}.")


@app.command(epilog="Example:  dateline export niger.dateline --to csv --what timeline > timeline.csv")
def export(
    file: File,
    what: Annotated[str, typer.Option(help="timeline, figures, inforce, disputes, entities or sources.")] = "timeline",
    to: Annotated[str, typer.Option(help="csv or jsonl.")] = "csv",
    on: On = None,
    known_by: KnownBy = None,
) -> None:
    """Write one list as CSV for a spreadsheet, or as JSON lines."""
    from dateline.view.export import as_csv, lists  # noqa: PLC0415 - only this command needs it

    if to not in ("csv", "jsonl"):
        raise DatelineError(f"--to {to} is no format. Give csv or jsonl.")
    with open_situation(file, create=False) as situation:
        lines = lists(situation, what, day(on, "--on"), day(known_by, "--known-by"))
    if to == "jsonl":
        show(what, lines, True, "")
    else:
        sys.stdout.write(as_csv(what, lines))
