"""The commands that add, decide, check and copy.

Room: cli.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from dateline.cli.options import File, Json, Paths, day
from dateline.cli.shell import app, progress, say, show
from dateline.terms import DatelineError
from dateline.view.situation import open_situation
from dateline.view.tables import plural

NAMED: Final = 5  # reports that a message names


@app.command(epilog="Example:  dateline add niger.dateline reports/ more.txt page.html rows.jsonl")
def add(
    file: File,
    paths: Paths,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When these reports came out, if they do not say.", show_default=False),
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes to read with; 0 is one for each processor.", min=0)] = 0,
) -> None:
    """Add reports to a record; make the record if it is not there."""
    day(published, "--published")
    fresh = not file.exists()
    with open_situation(file, create=True) as situation, progress("reading") as bar:
        done = situation.add(list(paths), published=published, workers=workers, progress=bar)
    held = done.new or done.versions or done.same
    if fresh and not held:
        file.unlink(missing_ok=True)  # no record of nothing is left behind
    for refusal in done.refused:
        say(str(refusal))
    parts = [
        (done.new, f"{plural(len(done.new), 'report')} added"),
        (done.versions, f"{plural(len(done.versions), 'new version')} of known reports ({_some(done.versions)})"),
        (done.same, f"{plural(len(done.same), 'report')} already there, nothing changed for them"),
        (done.refused, f"{plural(len(done.refused), 'input')} refused"),
    ]
    say(f"{file}: " + ("; ".join(words for some, words in parts if some) or "no reports found") + ".")
    if done.refused:
        raise typer.Exit(1)
    if not held:
        raise DatelineError(
            f"No report was found in {', '.join(map(str, paths))}. Give text, HTML, JSON lines, CSV or PDF files."
        )


def _some(names: Sequence[str]) -> str:
    """The first few names, and how many more there are.

    >>> _some(("a", "b")), _some(tuple("abcdefg"))
    ('a, b', 'a, b, c, d, e and 2 more')
    """
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")


@app.command(epilog="Example:  dateline annotate report.txt --json")
def annotate(
    paths: Paths,
    as_json: Json = False,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When these reports came out.")] = None,
    workers: Annotated[int, typer.Option(help="Processes to read with.", min=0)] = 1,
) -> None:
    """Read reports and keep nothing: sentences, times, names, who says what, events and figures with their places."""
    from dateline.view.annotate import annotate_paths, as_text  # noqa: PLC0415 - only this command needs the reader

    day(published, "--published")
    refused = 0
    for item in annotate_paths(list(paths), published, workers):
        if isinstance(item, dict):
            sys.stdout.write(json.dumps(item, ensure_ascii=False, sort_keys=True) + "\n" if as_json else as_text(item))
        else:
            refused += 1
            say(str(item))
    if refused:
        raise typer.Exit(1)


@app.command(epilog='Example:  dateline correct niger.dateline 001 --published 2023-08 --why "seen in the archive"')
def correct(
    file: File,
    about: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Reports, claims, lines or publishers.", show_default=False)
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="These reports came out then.", show_default=False)
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="These claims happened then.", show_default=False)
    ] = None,
    factuality: Annotated[
        str | None, typer.Option(metavar="LABEL", help="These claims are so.", show_default=False)
    ] = None,
    grade: Annotated[
        str | None, typer.Option(metavar="A-F", help="These sources are so reliable.", show_default=False)
    ] = None,
    same: Annotated[bool, typer.Option("--same", help="These claims tell one event.")] = False,
    apart: Annotated[bool, typer.Option("--apart", help="These claims tell different events.")] = False,
    why_: Annotated[str, typer.Option("--why", help="Your reason; it is shown with the line.")] = "",
) -> None:
    """Decide what the rules cannot know; it outranks them, survives re-reading and can be undone."""
    given = {"published": published, "date": date, "factuality": factuality, "grade": grade}
    said = [(k, v) for k, v in given.items() if v is not None] + [
        (k, "") for k, v in (("same", same), ("apart", apart)) if v
    ]
    if len(said) != 1:
        raise DatelineError("Give exactly one of --published, --date, --factuality, --grade, --same, --apart.")
    with open_situation(file, create=False) as situation:
        line = situation.correct(said[0][0], tuple(about), said[0][1], why_)
    say(f"Kept as line {line}. Take it back with:  dateline undo {file} {line}")


@app.command(epilog="Example:  dateline undo niger.dateline 1")
def undo(
    file: File, line: Annotated[int, typer.Argument(min=1, help="The number that `correct` gave.", show_default=False)]
) -> None:
    """Take back a decision; both stay in the log."""
    with open_situation(file, create=False) as situation:
        situation.correct("undo", (str(line),), "", "")
    say(f"Line {line} no longer counts.")


@app.command(epilog="Example:  dateline remove niger.dateline 003")
def remove(
    file: File,
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Ids of reports.", show_default=False)],
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATE", help="When they were withdrawn; till then they count.", show_default=False
        ),
    ] = None,
    why_: Annotated[str, typer.Option("--why", help="Your reason.")] = "",
) -> None:
    """Withdraw reports: they stop counting, from a day on where one is given, and stay in the log."""
    day(on, "--on")
    with open_situation(file, create=False) as situation:
        line = situation.correct("withdraw", tuple(reports), on or "", why_)
    say(f"Withdrawn: {', '.join(reports)}. Take it back with:  dateline undo {file} {line}")


@app.command(epilog="Example:  dateline review niger.dateline")
def review(file: File, as_json: Json = False) -> None:
    """List the decisions that people made, and which still stand."""
    with open_situation(file, create=False) as situation:
        lines = situation.review()
    if as_json:
        show("review", lines, True, "")
    elif not lines:
        say(f"Nobody has decided anything yet. Start with:  dateline correct {file} ID --published DATE")
    for line in [] if as_json else lines:
        words = f"{line['line']:>4}  {line['kind']} {' '.join(line['about'])} {line['value']}  {line['why']}".rstrip()
        sys.stdout.write(words + ("" if line["stands"] else "  (undone)") + "\n")


@app.command(epilog="Example:  dateline verify niger.dateline")
def verify(file: File) -> None:
    """Check the file, that every anchor cuts exactly its words, and that deriving again gives the same record."""
    with open_situation(file, create=False) as situation:
        faults = situation.verify()
    for fault in faults:
        say(fault)
    if faults:
        raise typer.Exit(1)
    say(f"{file} is sound: every line leads to its exact words, and deriving again gives the same record.")


@app.command(epilog="Example:  dateline backup niger.dateline niger-2024-03-22.dateline")
def backup(
    file: File,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="A file that is not there yet.", show_default=False)],
) -> None:
    """Write a whole copy of the record, safe while others read it."""
    with open_situation(file, create=False) as situation:
        situation.backup(target)
    say(f"Wrote {target}.")
