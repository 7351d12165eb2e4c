"""Sentences parsed by hand, for tests that must not lean on the weights.

A parse is written one word a line: the word, its lemma, its tag, the number of its head (1 is the first word, 0 the
root), its relation. Words are found in the text in order, so that offsets are those of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.report.model import Report
from dateline.sentence.reading import EventWord, Name, NameKind, Reading, Sentence, Speech, Token


def sentence(text: str, parse: str, offset: int = 0, line: int = 0) -> Sentence:
    """The sentence that `parse` spells out; `offset` is where its text starts in the report."""
    tokens: list[Token] = []
    at = 0
    for i, row in enumerate(r for r in parse.strip().splitlines() if r.strip()):
        word, lemma, upos, head, rel = row.split()
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(offset + start, offset + at, word, lemma, upos, int(head) - 1 if int(head) else i, rel))
    kids: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            kids[token.head].append(i)
    return Sentence(offset, offset + len(text), tuple(tokens), line, tuple(tuple(k) for k in kids))


def report(*parts: tuple[str, str], names: dict[str, NameKind] | None = None) -> tuple[Report, Reading]:
    """A report made of (text, parse) sentences, one a line, with every place where one of `names` stands."""
    text, sentences = "", []
    for line, (words, parse) in enumerate(parts):
        text += "\n" if text else ""
        sentences.append(sentence(words, parse, len(text), line))
        text += words
    return Report(id="r1", sha256="0" * 64, text=text), reading(text, sentences, names or {})


def reading(
    text: str,
    sentences: Sequence[Sentence],
    names: dict[str, NameKind],
    speech: tuple[Speech, ...] = (),
    events: tuple[EventWord, ...] = (),
) -> Reading:
    """The reading that holds these sentences; longer names win where two overlap."""
    found: list[Name] = []
    taken: set[int] = set()
    for name, kind in sorted(names.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        at = text.find(name)
        while at >= 0:
            if not taken & set(range(at, at + len(name))):
                found.append(Name(at, at + len(name), name, kind))
                taken |= set(range(at, at + len(name)))
            at = text.find(name, at + len(name))
    return Reading(tuple(sentences), tuple(sorted(found, key=lambda n: n.start)), speech, events, (), "hand")


def span(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """The characters where `words` stand for the nth time (0 is the first)."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def parses(path: Path) -> dict[str, tuple[Report, Reading]]:
    """The reports of a file of parses, by their text.

    "# text" opens a report of one line; a word a line as above, without counting; "-" ends a sentence; "@ 0 5 person"
    is a name.
    """
    out: dict[str, tuple[Report, Reading]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if row]
        if not rows:
            continue
        text = rows[0].removeprefix("# ")
        names = [row.split() for row in rows if row.startswith("@ ")]
        lines = "\n".join(row for row in rows[1:] if not row.startswith("@ "))
        sentences, at = [], 0
        for part in f"{lines}\n".split("\n-\n"):
            if part.strip():
                made = sentence(text[at:], part, at)
                sentences.append(Sentence(made.tokens[0].start, made.tokens[-1].end, made.tokens, 0, made.children))
                at = made.tokens[-1].end
        found = tuple(Name(int(s), int(e), text[int(s) : int(e)], kind) for _, s, e, kind in names)  # type: ignore[arg-type]
        read = Reading(tuple(sentences), found, (), (), (), "hand")
        out[text] = Report(id="r1", sha256="0" * 64, text=text), read
    return out
