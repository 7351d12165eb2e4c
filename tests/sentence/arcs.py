"""Arcs written down: what a reader may have made of a sentence, for the tests of what is put right in it."""

from __future__ import annotations

from dateline.sentence.reader.arcs import Words


def sentence(rows: str) -> Words:
    """Words from "text/TAG/head/relation ..." with heads counted from 0, -1 for the root."""
    cells = [word.split("/") for word in rows.split()]
    return Words([c[0] for c in cells], [c[1] for c in cells], [int(c[2]) for c in cells], [c[3] for c in cells])
