"""Reads reports that come as rows: JSON lines, JSON, CSV, TSV, Parquet.

In:   a file of rows with the columns id url publisher byline published title text language; others are kept as extra.
Out:  a page a row; a refusal, with the number of the row, for every row that holds none.
Room: report. Rows are streamed; a broken one does not stop the rest.
"""

# ruff: noqa: PLC0415 - what is heavy is loaded where it is used
from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from dateline.report.formats import plain
from dateline.report.formats.page import LONGEST_TEXT, Page, Pages, refuse
from dateline.terms import Refusal

FIELDS = ("id", "url", "publisher", "byline", "published", "title", "language")
LONGEST_LINE = 16 * 2**20  # bytes of one JSON line
_DEEPEST = 60  # nesting of a value kept as extra


def page_of(row: object, where: str) -> Page | Refusal:
    """The page in one row.

    >>> page_of({"text": "The ferry sailed.", "published": "2024-03", "desk": 4}, "rows.jsonl:1").fields
    {'published': '2024-03', 'extra': {'desk': 4}}
    >>> print(page_of({"title": "Ferry"}, "rows.jsonl:2"))
    rows.jsonl:2: the row has no text. Give the report's words in the column "text"
    """
    if not isinstance(row, Mapping):
        return refuse(
            where,
            "the row is not an object with named columns",
            'Write each row as {"text": "...", "published": "..."}',
        )
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return refuse(where, "the row has no text", 'Give the report\'s words in the column "text"')
    if len(text) > LONGEST_TEXT:
        return refuse(where, f"the text has more than {LONGEST_TEXT:,} characters", "Split it into its reports")
    fields: dict[str, Any] = {k: v for k in FIELDS if (v := _clean(row.get(k))) is not None}
    extra = {str(k): _plain(v) for k, v in row.items() if k not in FIELDS and k != "text"}
    extra = {k: extra[k] for k in sorted(extra)}
    if extra:
        fields["extra"] = extra
    return Page(where, whole(text), fields)


def whole(text: str) -> str:
    """The text with half characters (lone surrogates, which no file can hold) replaced, at the same places."""
    if text.isascii():
        return text
    return (
        "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
        if any("\ud800" <= c <= "\udfff" for c in text)
        else text
    )


def _clean(value: object) -> object:
    if (
        value is None
        or (isinstance(value, str) and not value.strip())
        or (isinstance(value, float) and math.isnan(value))
    ):
        return None
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return ", ".join(str(v) for v in value[:20]) or None
    return value if isinstance(value, int | float) else str(value)


def _plain(value: object, depth: int = 0) -> Any:
    """A value that JSON can print."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v, depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v, depth + 1) for v in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def read_json_lines(path: Path, where: str) -> Pages:
    """A page a line."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
            if not head.strip():
                yield refuse(where, "the file is empty", "Give a file that holds a report a line")
                return
            if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
                yield from _all_lines(path, where)
                return
            file.seek(3 if head.startswith(b"\xef\xbb\xbf") else 0)
            yield from _lines(file, where)
    except OSError as error:
        yield refuse(
            where,
            f"the file cannot be read ({error.strerror or error})",
            "Check the path and your permission to read it",
        )


def _all_lines(path: Path, where: str) -> Pages:
    got = plain.text_of(path, where)
    if isinstance(got, Refusal):
        yield got
    else:
        yield from _lines(io.BytesIO(got[0].encode("utf-8", "replace")), where)


def _lines(file: BinaryIO, where: str) -> Pages:
    number, some = 0, False
    while line := file.readline(LONGEST_LINE):
        number += 1
        at = f"{where}:{number}"
        if not line.strip():
            continue
        some = True
        if len(line) == LONGEST_LINE:
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield refuse(at, f"the line is longer than {LONGEST_LINE // 2**20} MiB", "Write one report a line")
            continue
        yield _from_json(line, at)
    if not some:
        yield refuse(where, "the file is empty", "Give a file that holds a report a line")


def _from_json(line: bytes, where: str) -> Page | Refusal:
    decoded = plain.decode(line)
    if decoded is None:
        return refuse(where, "the line is binary, not text", "Write JSON lines in UTF-8")
    try:
        row = json.loads(decoded[0])
    except (ValueError, RecursionError) as error:
        what = "is nested too deeply" if isinstance(error, RecursionError) else f"is broken JSON ({str(error)[:80]})"
        return refuse(where, f"the line {what}", "Correct the line and add the file again; the other lines were read")
    return page_of(row, where)


def read_json(path: Path, where: str) -> Pages:
    """One row, a list of rows, or an object that holds one list of rows; a file of JSON lines under this name too."""
    got = plain.text_of(path, where)
    if isinstance(got, Refusal):
        yield got
        return
    try:
        data = json.loads(got[0])
    except (ValueError, RecursionError) as error:
        first = got[0].lstrip().split("\n", 1)[0]
        if "Extra data" in str(error) and first.startswith("{") and first.rstrip().endswith("}"):
            yield from read_json_lines(path, where)
            return
        what = "is nested too deeply" if isinstance(error, RecursionError) else f"is broken JSON ({str(error)[:80]})"
        yield refuse(
            where, f"the file {what}", "Correct it, or give JSON lines, where one broken line does not stop the rest"
        )
        return
    yield from _from_data(data, where)


def _from_data(data: object, where: str) -> Pages:
    if isinstance(data, Mapping) and "text" not in data:
        lists = [v for v in data.values() if isinstance(v, list) and v and isinstance(v[0], Mapping)]
        data = lists[0] if len(lists) == 1 else data
    if isinstance(data, list):
        if not data:
            yield refuse(where, "the list is empty", "Give at least one report")
        for number, row in enumerate(data, 1):
            yield page_of(row, f"{where}:{number}")
    else:
        yield page_of(data, where)


def read_table(path: Path, where: str) -> Pages:
    """A page a row of a CSV or TSV file with a line of column names."""
    got = plain.text_of(path, where)
    if isinstance(got, Refusal):
        yield got
        return
    csv.field_size_limit(LONGEST_TEXT * 4)
    head = got[0].split("\n", 1)[0]
    comma = "\t" if path.suffix.lower() == ".tsv" else max(",;\t|", key=lambda c: (head.count(c), c == ","))
    reader = csv.DictReader(io.StringIO(got[0], newline=""), delimiter=comma)
    columns = [c.strip().lower() if c else "" for c in reader.fieldnames or []]
    if "text" not in columns:
        yield refuse(
            where, 'the table has no column "text"', "Name the columns in the first line: id,published,title,text"
        )
        return
    reader.fieldnames = columns
    number, some = 1, False
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield refuse(
                f"{where}:{number}", f"the row is broken ({error})", "Correct the row; the other rows were read"
            )
            continue
        some = True
        yield page_of({k: v for k, v in row.items() if k and v not in (None, "")}, f"{where}:{number}")
    if not some:
        yield refuse(where, "the table has no rows", "Give at least one report")


def read_parquet(path: Path, where: str) -> Pages:
    """A page a row, if pyarrow is there."""
    try:
        from pyarrow import parquet  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        yield refuse(
            where,
            "Parquet needs the package pyarrow, which is not installed",
            "pip install pyarrow, or give the rows as JSON lines or CSV",
        )
        return
    try:
        yield from _batches(parquet.ParquetFile(path), where)
    except Exception as error:  # pyarrow raises errors of many kinds
        yield refuse(
            where, f"the file is no readable Parquet ({str(error)[:80]})", "Write it again, or give JSON lines"
        )


def _batches(file: Any, where: str) -> Iterator[Page | Refusal]:
    number = 0
    for batch in file.iter_batches(batch_size=256):
        for row in batch.to_pylist():
            number += 1
            yield page_of(row, f"{where}:{number}")
