"""The command `dateline`: a thin skin over the Python face.

In:   words typed in a shell.
Out:  data on standard output, progress and messages on standard error; exit status 0 done, 1 some inputs refused,
      2 nothing done.
Room: cli.
"""

from __future__ import annotations

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
    except BrokenPipeError:
        raise SystemExit(0) from None
    raise SystemExit(0)


if __name__ == "__main__":
    main()
