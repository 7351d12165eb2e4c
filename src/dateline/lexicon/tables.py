"""Reads the tables beside this file: words and what they do, a row each, most with an example sentence.

In:   the name of a table, `lexicon/NAME.tsv`: tab-separated, a header line, `#` starts a comment line.
Out:  its rows, each a dict from column name to cell; an absent cell is "".
Room: lexicon. It imports nothing of Dateline but `terms`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.terms import DatelineError

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `lexicon/NAME.tsv`, in the order of the file."""
    return rows_of(files("dateline.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8"), f"{name}.tsv")


def table_file(path: Path) -> tuple[Row, ...]:
    """The rows of a table that a user gives (`--lexicon FILE`); DatelineError where it cannot be read."""
    try:
        return rows_of(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(
            f"{path} could not be read ({error}). Give a table in the form of lexicon/states.tsv."
        ) from error


def rows_of(text: str, name: str) -> tuple[Row, ...]:
    """The rows of a table's text.

    >>> rows_of("verb\\ttype\\nquit\\tRETREAT\\n", "x.tsv")
    ({'verb': 'quit', 'type': 'RETREAT'},)
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        return ()
    columns = lines[0][1].split("\t")
    rows = []
    for n, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise DatelineError(f"{name}, line {n}: {len(cells)} cells for {len(columns)} columns. Remove a tab.")
        rows.append({c: (cells[i].strip() if i < len(cells) else "") for i, c in enumerate(columns)})
    return tuple(rows)
