"""The command `dateline`: a thin skin over the Python face.

In:   words typed in a shell.
Out:  data on standard output, progress and messages on standard error; exit status 0 done, 1 some inputs refused,
      2 nothing done.
Room: cli.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress

from dateline.cli.options import File, Generous, Json, KnownBy, Lexicon, On, day
from dateline.terms import DatelineError
from dateline.view.situation import open_situation
from dateline.view.tables import draw, plural

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    help="Reads the news reports of an unfolding situation and keeps a sourced, time-aware record that can be asked.",
    epilog="Start with:  dateline add niger.dateline reports/   then:  dateline timeline niger.dateline",
    pretty_exceptions_enable=False,
)
Line = dict[str, Any]


def out() -> Console:
    """Standard output; made when used, so that tests can catch it."""
    width = None if sys.stdout.isatty() else 100
    return Console(width=width, highlight=False, soft_wrap=False)


def say(words: str) -> None:
    """A message for the person, on standard error."""
    sys.stderr.write(words + "\n")


def show(name: str, lines: Sequence[Mapping[str, Any]], as_json: bool, empty: str) -> None:
    """The lines as JSON lines, or as a table, or the sentence that says that there are none."""
    if as_json:
        for line in lines:
            sys.stdout.write(json.dumps(dict(line), ensure_ascii=False, sort_keys=True) + "\n")
    elif lines:
        out().print(draw(name, lines))
    else:
        say(empty)


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


@app.command(epilog="Example:  dateline add niger.dateline reports/ more.txt page.html rows.jsonl")
def add(
    file: File,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.", show_default=False)
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When these reports came out, if they do not say.", show_default=False),
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes to read with; 0 is one for each processor.", min=0)] = 0,
) -> None:
    """Add reports to a record; make the record if it is not there."""
    day(published, "--published")
    with open_situation(file, create=True) as situation, progress("reading") as bar:
        done = situation.add(list(paths), published=published, workers=workers, progress=bar)
    for refusal in done.refused:
        say(str(refusal))
    parts = [
        (done.new, f"{plural(len(done.new), 'report')} added"),
        (done.versions, f"{plural(len(done.versions), 'new version')} of known reports"),
        (done.same, f"{plural(len(done.same), 'report')} already there, nothing changed for them"),
        (done.refused, f"{plural(len(done.refused), 'input')} refused"),
    ]
    say(f"{file}: " + ("; ".join(words for held, words in parts if held) or "no reports found") + ".")
    if done.refused:
        raise typer.Exit(1)
    if not (done.new or done.versions or done.same):
        raise DatelineError(
            f"No report was found in {', '.join(map(str, paths))}. Give text, HTML, JSON lines, CSV or PDF files."
        )


@app.command(epilog="Example:  dateline sources niger.dateline --known-by 2024-03-22")
def sources(file: File, known_by: KnownBy = None, generous: Generous = False, as_json: Json = False) -> None:
    """List the reports: when each came out and why we think so, what it copies, what on its page is noise."""
    with open_situation(file, create=False) as situation:
        lines = situation.sources(known_by=day(known_by, "--known-by"), generous=generous)
        show("sources", lines, as_json, "No report was known by that day.")


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
        show("timeline", lines, as_json, "No event was known by that day.")


@app.command(epilog="Example:  dateline figures niger.dateline --on 2024-05-01")
def figures(
    file: File, on: On = None, known_by: KnownBy = None, generous: Generous = False, as_json: Json = False
) -> None:
    """List how the figures moved, and who gave them."""
    with open_situation(file, create=False) as situation:
        lines = situation.figures(on=day(on, "--on"), known_by=day(known_by, "--known-by"), generous=generous)
        show("figures", lines, as_json, "No figure was known by that day.")


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
        show("inforce", lines, as_json, "No standing state was known by that day.")


@app.command(epilog="Example:  dateline disputes niger.dateline")
def disputes(
    file: File, known_by: KnownBy = None, generous: Generous = False, lexicon: Lexicon = None, as_json: Json = False
) -> None:
    """List the questions to which reports give incompatible answers."""
    with open_situation(file, create=False, lexicon=lexicon) as situation:
        lines = situation.disputes(known_by=day(known_by, "--known-by"), generous=generous)
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
def entities(file: File, known_by: KnownBy = None, generous: Generous = False, as_json: Json = False) -> None:
    """List the people, bodies, places and agreements, with every way they are written."""
    with open_situation(file, create=False) as situation:
        lines = situation.entities(known_by=day(known_by, "--known-by"), generous=generous)
        show("entities", lines, as_json, "No name was known by that day.")


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
    """Write a brief: what changed, what is in force, timeline, figures, disputes, sources, each line with its words."""
    with open_situation(file, create=False, lexicon=lexicon) as situation:
        asked = {"on": day(on, "--on"), "known_by": day(known_by, "--known-by"), "since": day(since, "--since")}
        form = "html" if to is not None and to.suffix.lower() in (".html", ".htm") else "markdown"
        text = situation.brief(form=form, title=title or file.stem, **asked)
    if to is None:
        sys.stdout.write(text)
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DatelineError(f"{to} could not be written ({error.strerror}). Give another place with --out.") from error
    say(f"Wrote {to}.")


@app.command(epilog="Example:  dateline annotate report.txt --json")
def annotate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.", show_default=False)
    ],
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
    why_: Annotated[str, typer.Option("--why", help="Your reason.")] = "",
) -> None:
    """Withdraw reports: they stop counting and stay in the log."""
    with open_situation(file, create=False) as situation:
        line = situation.correct("withdraw", tuple(reports), "", why_)
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
def backup(file: File, target: Annotated[Path, typer.Argument(metavar="TARGET", show_default=False)]) -> None:
    """Write a whole copy of the record, safe while others read it."""
    if target.exists():
        raise DatelineError(f"{target} is there already. Give another name.")
    with open_situation(file, create=False) as situation:
        situation.backup(target)
    say(f"Wrote {target}.")


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


def main() -> NoReturn:
    """Runs the command; a DatelineError becomes one line and exit status 2."""
    try:
        app(standalone_mode=True)
    except DatelineError as error:
        say(f"dateline: {error}")
        raise SystemExit(2) from None
    except BrokenPipeError:
        raise SystemExit(0) from None
    raise SystemExit(0)


if __name__ == "__main__":
    main()
