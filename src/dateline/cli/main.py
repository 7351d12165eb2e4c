"""The command `dateline`: a thin skin over the Python face.

In:   words typed in a shell.
Out:  data on standard output, progress and messages on standard error; exit status 0 done, 1 some inputs refused,
      2 nothing done.
Room: cli.
"""

from __future__ import annotations

import sqlite3
from typing import NoReturn

from dateline.cli import keeping, lists, writing
from dateline.cli.shell import app, say
from dateline.pipeline.reading import seldom
from dateline.terms import DatelineError

__all__ = ["app", "keeping", "lists", "main", "writing"]  # importing a module adds its commands to the application


def main() -> NoReturn:
    """Runs the command; a DatelineError becomes one line and exit status 2."""
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
