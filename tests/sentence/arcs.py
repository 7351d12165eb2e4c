"""Arcs written down: what a reader may have made of a sentence, for the tests of what is put right in it."""

from __future__ import annotations

from dateline.sentence.reader.arcs import Words


def sentence(rows: str) -> Words:
    """Words from "text/TAG/head/relation ..." with heads counted from 0, -1 for the root."""
    cells = [word.split("/") for word in rows.split()]
    return Words([c[0] for c in cells], [c[1] for c in cells], [int(c[2]) for c in cells], [c[3] for c in cells])


def as_asked(w: Words, asked: str) -> str:
    """What the words are now, of what is asked: "June/3 rehouse/VERB" asks for June's head and for rehouse's tag."""
    out = []
    for word in asked.split():
        text, *cells = word.split("/")
        n = w.texts.index(text)
        for cell in cells:
            kind = w.tags if cell.isupper() else w.relations if cell[0].isalpha() else w.heads
            text += f"/{kind[n]}"
        out.append(text)
    return " ".join(out)
