"""The commands that answer: lists of lines, and the trail of one.

Room: cli.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.options import File, Generous, Json, KnownBy, Lexicon, On, day
from dateline.cli.shell import app, show
from dateline.view.situation import open_situation


def none_of(what: str, on: str | None, known_by: str | None) -> str:
    """What is said where a list is empty, of the days that were asked for.

    >>> none_of("figure", None, "2024-03"), none_of("event", None, None)
    ('No figure was known by 2024-03.', 'This record holds no event.')
    """
    if on is None and known_by is None:
        return f"This record holds no {what}."
    days = f" of {on}" if on is not None else ""
    return f"No {what}{days} was known by {known_by}." if known_by is not None else f"No {what}{days} is told."


@app.command(epilog="Example:  dateline sources niger.dateline --known-by 2024-03-22")
def sources(
    file: File,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Reports that were out by that day.", show_default=False)
    ] = None,
    known_by: KnownBy = None,
    generous: Generous = False,
    as_json: Json = False,
) -> None:
    """List the reports: when each came out and why we think so, what it copies, what on its page is noise."""
    with open_situation(file, create=False) as situation:
        lines = situation.sources(on=day(on, "--on"), known_by=day(known_by, "--known-by"), generous=generous)
        show("sources", lines, as_json, none_of("report", on, known_by))


@app.command(epilog="Example:  dateline timeline niger.dateline --known-by 2024-03-22 --top 20")
def timeline(
    file: File,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Events up to that day.", show_default=False)
    ] = None,
    known_by: KnownBy = None,
    generous: Generous = False,
    top: Annotated[int | None, typer.Option(min=1, help="Only the N of highest rank.", show_default=False)] = None,
    as_json: Json = False,
) -> None:
    """List what happened, was planned, demanded or denied, and when."""
    with open_situation(file, create=False) as situation:
        lines = situation.timeline(on=day(on, "--on"), known_by=day(known_by, "--known-by"), top=top, generous=generous)
        show("timeline", lines, as_json, none_of("event", on, known_by))


@app.command(epilog="Example:  dateline figures niger.dateline --on 2024-05-01")
def figures(
    file: File, on: On = None, known_by: KnownBy = None, generous: Generous = False, as_json: Json = False
) -> None:
    """List how the figures moved, and who gave them."""
    with open_situation(file, create=False) as situation:
        lines = situation.figures(on=day(on, "--on"), known_by=day(known_by, "--known-by"), generous=generous)
        show("figures", lines, as_json, none_of("figure", on, known_by))


@app.command(epilog="Example:  dateline inforce niger.dateline --on 2024-02-01 --known-by 2024-02-01")
def inforce(
    file: File,
    on: On = None,
    known_by: KnownBy = None,
    generous: Generous = False,
    lexicon: Lexicon = None,
    as_json: Json = False,
) -> None:
    """List what stands on a day: designations, accords, sanctions, deadlines, offices, closures."""
    with open_situation(file, create=False, lexicon=lexicon) as situation:
        lines = situation.inforce(on=day(on, "--on"), known_by=day(known_by, "--known-by"), generous=generous)
        show("inforce", lines, as_json, none_of("standing state", on, known_by))


@app.command(epilog="Example:  dateline disputes niger.dateline")
def disputes(
    file: File,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Disputes over days up to that one.", show_default=False)
    ] = None,
    known_by: KnownBy = None,
    generous: Generous = False,
    lexicon: Lexicon = None,
    as_json: Json = False,
) -> None:
    """List the questions to which reports give incompatible answers."""
    with open_situation(file, create=False, lexicon=lexicon) as situation:
        lines = situation.disputes(on=day(on, "--on"), known_by=day(known_by, "--known-by"), generous=generous)
        show("disputes", lines, as_json, "The reports do not contradict each other on any question Dateline can see.")


@app.command(epilog="Example:  dateline changes niger.dateline --since 2024-03-01 --until 2024-03-22")
def changes(
    file: File,
    since: Annotated[str, typer.Option(metavar="DATE", help="The day up to which the reader knew the record.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day by which to bring the reader up to date.")
    ] = None,
    generous: Generous = False,
    lexicon: Lexicon = None,
    as_json: Json = False,
) -> None:
    """List what somebody who knew the record on one day must learn by another."""
    first, last = day(since, "--since"), day(until, "--until")
    assert first is not None, "--since is required"
    with open_situation(file, create=False, lexicon=lexicon) as situation:
        lines = situation.changes(since=first, until=last, generous=generous)
        show("changes", lines, as_json, "Nothing changed between those days.")


@app.command(epilog="Example:  dateline entities niger.dateline --json")
def entities(
    file: File,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Named by events up to that day.", show_default=False)
    ] = None,
    known_by: KnownBy = None,
    generous: Generous = False,
    as_json: Json = False,
) -> None:
    """List the people, bodies, places and agreements, with every way they are written."""
    with open_situation(file, create=False) as situation:
        lines = situation.entities(on=day(on, "--on"), known_by=day(known_by, "--known-by"), generous=generous)
        show("entities", lines, as_json, none_of("name", on, known_by))


@app.command(epilog="Example:  dateline gaps niger.dateline")
def gaps(file: File, on: On = None, known_by: KnownBy = None, as_json: Json = False) -> None:
    """List spans with no reporting, plans past their day with no word on them, strong lines with one origin."""
    with open_situation(file, create=False) as situation:
        lines = situation.gaps(on=day(on, "--on"), known_by=day(known_by, "--known-by"))
        show("gaps", lines, as_json, "No gap was found.")


@app.command(epilog="Example:  dateline search niger.dateline military accord")
def search(
    file: File,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="All must stand in the sentence.", show_default=False)
    ],
    limit: Annotated[int, typer.Option(min=1, help="At most so many sentences.")] = 50,
    as_json: Json = False,
) -> None:
    """Find sentences by their words."""
    with open_situation(file, create=False) as situation:
        show("search", situation.search(" ".join(words), limit), as_json, "No sentence holds all these words.")


@app.command(epilog="Example:  dateline why niger.dateline v1a2b3c4d5e")
def why(
    file: File,
    line: Annotated[str, typer.Argument(metavar="ID", help="The id of any line, claim or report.", show_default=False)],
    as_json: Json = False,
) -> None:
    """Show the whole trail of a line: claims, exact words, voices, how each date, link and value was decided."""
    with open_situation(file, create=False) as situation:
        steps = situation.why(line)
    if as_json:
        show("why", steps, True, "")
        return
    for step in steps:
        indent = "  " * step["depth"]
        sys.stdout.write(f"{indent}{step['says']}" + "\n")
        if step.get("anchor"):
            a = step["anchor"]
            words = " ".join(a["text"].split())
            sys.stdout.write(f"{indent}  {a['report']} [{a['start']}:{a['end']}]  “{words}”" + "\n")


@app.command(epilog="Example:  dateline status niger.dateline")
def status(file: File, as_json: Json = False) -> None:
    """Say how much the record holds, what read it, and what waits for a person."""
    with open_situation(file, create=False) as situation:
        line = situation.status()
    if as_json:
        show("status", [line], True, "")
        return
    for key, value in line.items():
        words = ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
        sys.stdout.write(f"{key:<11} {', '.join(words) if isinstance(words, list) else words}" + "\n")
