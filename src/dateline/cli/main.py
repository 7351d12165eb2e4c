"""The command `dateline`: a thin skin over the Python face.

In:   words typed in a shell.
Out:  data on standard output, progress and messages on standard error; exit status 0 done, 1 some inputs refused,
      2 nothing done.
Room: cli.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import typer


def application() -> typer.Typer:
    """The command line with all its commands: importing a module adds those that it has."""
    from dateline.cli import keeping, lists, writing  # noqa: F401, PLC0415 - each worker loads this module again
    from dateline.cli.shell import app  # noqa: PLC0415

    return app


def main() -> NoReturn:
    """Runs the command; a DatelineError becomes one line and exit status 2."""
    app = application()
    from dateline.cli.shell import say  # noqa: PLC0415
    from dateline.pipeline.reading import seldom  # noqa: PLC0415
    from dateline.terms import DatelineError  # noqa: PLC0415

    seldom()
    try:
        app(standalone_mode=True)
    except DatelineError as error:
        say(f"dateline: {error}")
        raise SystemExit(2) from None
    except sqlite3.DatabaseError as error:
        say(f"dateline: {_database_words(str(error))}")
        raise SystemExit(2) from None
    raise SystemExit(0)


def _database_words(error: str) -> str:
    """What the database says of a record that was opened and then could not be read, and what to do."""
    if "locked" in error or "busy" in error:
        return "Another program is writing the record. Try again when it has finished."
    return f"The record cannot be read ({error}). See with `dateline verify FILE` whether the file is damaged."


if __name__ == "__main__":
    main()
