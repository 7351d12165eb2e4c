"""Reads the tables beside this file: words and what they do, a row each, most with an example sentence.

In:   the name of a table, `lexicon/NAME.tsv`: tab-separated, a header line, `#` starts a comment line.
Out:  its rows, each a dict from column name to cell; an absent cell is "".
Room: lexicon. It imports nothing of Dateline but `terms`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.terms import DatelineError

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `lexicon/NAME.tsv`, in the order of the file."""
    return rows_of(files("dateline.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8"), f"{name}.tsv")


def table_file(path: Path, needed: Sequence[str]) -> tuple[Row, ...]:
    """The rows of a table that a user gives (`--lexicon FILE`).

    Raises:
        DatelineError: the file cannot be read, or has no row with all the columns `needed`.
    """
    try:
        rows = rows_of(path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise DatelineError(
            f"{path} could not be read ({why}). Give a table in the form of lexicon/states.tsv."
        ) from error
    missing = [column for column in needed if not rows or column not in rows[0]]
    if missing:
        lacks = f"has no column {', '.join(missing)}" if rows else "has no row below its first line"
        raise DatelineError(
            f"{path} {lacks}. A first line names the columns, tabs part the cells: {', '.join(needed)}."
        )
    return rows


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
