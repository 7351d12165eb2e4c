"""What every command of the shell shares: the application, messages, tables, progress.

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
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline import __version__
from dateline.view.tables import draw

if TYPE_CHECKING:
    from rich.console import Console

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


def _version(asked: bool) -> None:
    """Prints the version of the program, and of the reader and rules that decide what it reads, and ends."""
    if asked:
        from dateline.pipeline.reading import version  # noqa: PLC0415 - no other command waits for it here

        sys.stdout.write(f"dateline {__version__} ({version()})\n")
        raise typer.Exit


@app.callback()
def _every(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """What every command shares."""


def out() -> Console:
    """Standard output; made when used, so that tests can catch it."""
    from rich.console import Console  # noqa: PLC0415 - lines as JSON are printed without it

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
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:  # no thread of its own
        task = bar.add_task(title, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of, refresh=True)
