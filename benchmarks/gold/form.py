"""Reads the form in which readers write: blocks of a passage and one line an annotation.

In:   a file's text, and a way to look up the text of a real-news passage.
Out:  passages, items with exact places, and a complaint for every line that does not resolve.
Room: benchmarks. The form is told in docs/annotation.md, "How to write it down".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from . import model
from .model import Chain, Change, Fact, Figure, Item, Link, Parts, Span
from .words import UnclearError, find, parts


@dataclass(slots=True)
class Block:
    """One passage of a file with its items."""

    id: str
    line: int
    settings: dict[str, str]
    text: str = ""
    items: list[Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def layers(self) -> tuple[str, ...]:
        """What was read in full: as stated, else whatever has an item."""
        stated = [letter.strip() for letter in self.settings.get("layers", "").split(",") if letter.strip()]
        return tuple(letter for letter in model.LAYERS if letter in (stated or {model.layer_of(i) for i in self.items}))


@dataclass(slots=True)
class Raw:
    """A file as it was read."""

    blocks: list[Block] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)  # "line 12: ..."


def read(source: str, lookup: Callable[[str], str | None]) -> Raw:
    """All blocks of a file; what does not resolve is complained of and left out."""
    raw = Raw()
    chunks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(source.replace("\r\n", "\n").split("\n"), 1):
        if line.startswith("@"):
            chunks.append((number, []))
        elif not chunks and line.strip() and not line.startswith("%"):
            raw.complaints.append(f"line {number}: stands before the first '@ id'")
        if chunks:
            chunks[-1][1].append(line)
    seen: set[str] = set()
    for number, lines in chunks:
        block = _block(number, lines, lookup, raw.complaints)
        if block is None:
            continue
        if block.id in seen:
            raw.complaints.append(f"line {number}: {block.id} stands twice in this file")
            continue
        seen.add(block.id)
        raw.blocks.append(block)
    return raw


def _block(first: int, lines: list[str], lookup: Callable[[str], str | None], out: list[str]) -> Block | None:
    words = lines[0][1:].split()
    if not words:
        out.append(f"line {first}: '@' without an id")
        return None
    settings = dict(word.split("=", 1) for word in words[1:] if "=" in word)
    block = Block(words[0], first, settings)
    out += [f"line {first}: {fault}" for fault in _settings_faults(words[1:], settings)]
    cut = next((n for n, line in enumerate(lines) if line.strip() == "--"), None)
    if cut is None:
        out.append(f"line {first}: {block.id} has no line '--' between text and annotations")
        return None
    own = "\n".join(lines[1:cut]).strip()
    known = lookup(block.id)
    if known is None and not own:
        out.append(f"line {first}: {block.id} is no known passage, and no text is given")
        return None
    block.text = known if known is not None else own
    for number, line in enumerate(lines[cut + 1 :], first + cut + 1):
        if not line.strip() or line.startswith("%"):
            continue
        try:
            _line(block, line)
        except UnclearError as fault:
            out.append(f"line {number}: {fault}   in: {line.strip()}")
    return block


def _settings_faults(words: list[str], settings: dict[str, str]) -> list[str]:
    faults = [f"{word!r} is no setting (name=value)" for word in words if "=" not in word]
    for key, allowed in (("kind", model.KINDS), ("manner", model.MANNERS)):
        if settings.get(key, allowed[0]) not in allowed:
            faults.append(f"{key}={settings[key]}: one of {' '.join(allowed)}")
    unknown = set(settings.get("layers", "F").split(",")) - set(model.LAYERS)
    return faults + ([f"layers: unknown {sorted(unknown)}, the letters are F,C,R,N,S"] if unknown else [])


def _line(block: Block, line: str) -> None:
    fields = parts(line, "|")
    letter, _, word = fields[0].partition(" ")
    if letter not in ("F", "C", "R", "N", "X", "S"):
        raise UnclearError(f"{letter!r} is no kind of line: F C R N X S")
    rest = []
    for piece in fields[1:]:
        if piece.startswith("note="):
            block.notes.append(f"{fields[0]}: {piece[5:]}")
        elif piece:
            rest.append(piece)
    item = _READ[letter](block, find(block.text, word), rest)
    if any(model.layer_of(i) == model.layer_of(item) and _key(i) == _key(item) for i in block.items):
        raise UnclearError("the same word is annotated twice in this layer")
    block.items.append(item)


def _key(item: Item) -> tuple[object, ...]:
    """What makes an item another one: the word, and for facts and chains the voice."""
    more = item.voice if isinstance(item, Fact) else item.links if isinstance(item, Chain) else ()
    return (item.start, item.end, more)


def _named(rest: list[str], allowed: tuple[str, ...], flags: tuple[str, ...] = ()) -> dict[str, str]:
    out: dict[str, str] = {}
    for piece in rest:
        key, mark, value = piece.partition("=")
        key = key.strip()
        if (not mark and key not in flags) or (mark and key not in allowed):
            raise UnclearError(
                f"{piece!r}: expected one of {' '.join(f'{a}=' for a in allowed)} {' '.join(flags)}".rstrip()
            )
        if key in out:
            raise UnclearError(f"{key} is given twice (join words with &)")
        out[key] = value.strip()
    return out


def _spans(block: Block, value: str) -> tuple[Span, ...]:
    if value in ("", "-"):
        return ()
    return tuple(sorted({find(block.text, piece) for piece in parts(value, "&")}))


def _links(block: Block, value: str) -> tuple[Link, ...]:
    if value.strip() in ("", "-"):
        return ()
    out = []
    for piece in parts(value, ">"):
        source, *cue = parts(piece, "/")
        heads = () if source == "?" else _spans(block, source)
        if source != "?" and not heads:
            raise UnclearError(f"{piece!r} names nobody (? is an unnamed voice)")
        out.append(Link(heads, _spans(block, cue[0]) if cue else ()))
    named = [head for link in out for head in link.heads]
    if len(set(named)) < len(named):
        raise UnclearError("the chain comes back to the same word")
    return tuple(out)


def _one_of(value: str, allowed: tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise UnclearError(f"{value!r} is no {what}: {' '.join(allowed)}")
    return value


def _fact(block: Block, at: Span, rest: list[str]) -> Item:
    if not rest:
        raise UnclearError("no label")
    label = _one_of(rest[0], model.FACTUALITY, "factuality")
    more = _named(rest[1:], ("cue", "voice"))
    return Fact(block.id, *at, label, _spans(block, more.get("cue", "")), _links(block, more.get("voice", "")))


def _chain(block: Block, at: Span, rest: list[str]) -> Item:
    if len(rest) != 1:
        raise UnclearError("expected: C EVENT | LINK > LINK   or   C EVENT | -")
    return Chain(block.id, *at, _links(block, rest[0]))


def _parts(block: Block, at: Span, rest: list[str]) -> Item:
    if not rest:
        raise UnclearError("no parts; '-' says that there are none")
    more = {} if rest == ["-"] else _named(rest, (*model.ROLES, "time", "rel"))
    roles = sorted((role, span) for role in model.ROLES for span in _spans(block, more.get(role, "")))
    time = _spans(block, more.get("time", ""))
    if len(time) > 1:
        raise UnclearError("one word of the time is enough")
    relation = _one_of(more.get("rel", "at"), model.RELATIONS, "relation")
    return Parts(block.id, *at, tuple(roles), time[0] if time else None, relation)


def _figure(block: Block, at: Span, rest: list[str]) -> Item:
    more = _named(rest, ("counted", "of", "where", "scope", "bound", "role"), ("approx",))
    if "counted" not in more or "role" not in more:
        raise UnclearError("counted= and role= are always needed (counted=? if the passage does not say)")
    counted = () if more["counted"] == "?" else _spans(block, more["counted"])
    if len(counted) > 1:
        raise UnclearError("counted takes one word")
    bound = more.get("bound", "-")
    return Figure(
        block.id,
        *at,
        counted=counted[0] if counted else None,
        of=_spans(block, more.get("of", "")),
        where=_spans(block, more.get("where", "")),
        scope=_spans(block, more.get("scope", "")),
        bound=None if bound in ("", "-") else _one_of(bound, model.BOUNDS, "bound"),
        approximate="approx" in more,
        role=_one_of(more["role"], model.FIGURE_ROLES, "role"),
    )


def _no_figure(block: Block, at: Span, rest: list[str]) -> Item:
    if len(rest) != 1:
        raise UnclearError("expected: X NUMBER | date")
    return Figure(block.id, *at, _one_of(rest[0], model.NO_FIGURE, "kind of number"))


def _change(block: Block, at: Span, rest: list[str]) -> Item:
    effect, *of = rest[0].split() if rest else [""]
    _one_of(effect, model.EFFECTS, "effect")
    slot = rest[1] if len(rest) > 1 else "-"
    if (effect in ("plan", "deny")) != bool(of):
        raise UnclearError("plan and deny say of what ('plan end'), the others stand alone")
    if effect == "none":
        return Change(block.id, *at, effect)
    kind = _one_of(of[0], model.PLANNED, "change") if of else None
    return Change(block.id, *at, effect, kind, _one_of(slot, model.SLOTS, "slot"))


_READ: dict[str, Callable[[Block, Span, list[str]], Item]] = {
    "F": _fact, "C": _chain, "R": _parts, "N": _figure, "X": _no_figure, "S": _change,
}  # fmt: skip
