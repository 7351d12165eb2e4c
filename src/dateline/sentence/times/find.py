"""Finds the time expressions of a text and says what they mean, before anybody knows when the text was written.

In:   the stored text, and what the encoder read (may be empty): its tags and parse are witnesses where the words tie.
Out:  TimeExpressions in the order of the text, never overlapping.
Room: sentence. Needs no parse; linear time; no input raises.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.sentence.reading import Reading
from dateline.sentence.times.grammar import expression, may_begin
from dateline.sentence.times.model import Meaning, TimeExpression
from dateline.sentence.times.piece import Piece, match
from dateline.sentence.times.ties import Context, accepted
from dateline.sentence.times.tokens import Tokens, tokens
from dateline.sentence.times.unanchored import value_of
from dateline.sentence.times.words import MONTH, PHRASE

Found = tuple[int, Piece]  # first token, piece


def find(text: str, reading: Reading) -> tuple[TimeExpression, ...]:
    """The time expressions of the text.

    >>> empty = Reading((), (), (), (), (), "none")
    >>> [(x.text, x.type, x.value) for x in find("Soldiers took power in July and left two days later.", empty)]
    [('July', 'DATE', 'XXXX-07'), ('two days later', 'DATE', 'XXXX-XX-XX')]
    """
    t = tokens(text)
    context = Context(t, reading)
    found = _scan(t, context)
    times = (_expression(t, context, i, p) for i, p in _completed(t, found))
    return tuple(x for x in times if context.read(x.start, x.end))


def _scan(t: Tokens, context: Context) -> list[Found]:
    """Left to right, the longest expression at each place that its context does not refuse."""
    out: list[Found] = []
    i, low = 0, t.low
    while i < len(low):
        if not may_begin(low[i]) or (t.glued(i) and low[i].isalpha() and low[i - 1] in ("_", "@", "#")):
            i += 1
            continue
        piece = _phrase(t, context, i) or expression(t, i)
        longer = expression(t, i) if piece and piece.meaning.shape == "reference" else None
        if longer and piece and longer.end > piece.end:
            piece = longer
        if piece and "\n" not in low[i : piece.end] and accepted(context, i, piece):
            out.append((i, piece))
            tail = _second_ends(t, i, piece)
            out.extend(tail)
            i = tail[-1][1].end if tail else piece.end
        else:
            i += 1
    return out


def _phrase(t: Tokens, context: Context, i: int) -> Piece | None:
    for phrase in PHRASE.get(t.word(i), ()):
        if match(t, i, phrase.words) and context.phrase(i, phrase):
            meaning = Meaning("reference", fields=(("value", phrase.value),))
            return Piece(i + len(phrase.words), "DATE", meaning)
    return None


_LINK = {"-", "to", "and", "through", "until", "till", "or", "/", "&", ","}


def _second_ends(t: Tokens, i: int, p: Piece) -> list[Found]:
    """The bare number that ends a range: "July 26-28", "1914-18", "2023/24", "May 3, 4 and 5"."""
    out: list[Found] = []
    m = p.meaning
    last, end = m.get("day") or (m.get("year") if m.get("month") is None else None), p.end
    while len(out) < 4 and m.shape == "calendar" and last is not None and p.type == "DATE" and m.get("weekday") is None:
        j = end + 1
        if t.word(end) not in _LINK or not t.word(j).isdecimal() or len(t.word(j)) > 2:
            break
        if (
            t.word(end) in ("and", ",", "or", "to", "-")
            and m.get("day") is None
            and not (t.glued(j) and t.word(end) in ("-", "/"))
        ):
            break
        if (t.word(j + 1) in ("%", ":", "/", ".") and t.glued(j + 1) and t.word(j + 2).isdecimal()) or (
            t.glued(j + 1) and t.word(j + 1).isalpha()
        ):
            break
        if t.word(j + 1) in MONTH:
            break
        number, old = int(t.word(j)), last
        if m.get("day") is not None:
            if (
                not old < number <= 31
                or (t.word(end) == "," and t.word(j + 1) not in ("and", ","))
                or t.word(j + 1) in ("people", "percent")
            ):
                break
            fields = tuple((k, number if k == "day" else v) for k, v in m.fields)
        else:
            full = old // 100 * 100 + number if old > 0 else None
            if full is None or full <= old:
                break
            fields = tuple((k, full if k == "year" else v) for k, v in m.fields)
        out.append((j, Piece(j + 1, "DATE", replace(m, fields=fields))))
        last, end = number if m.get("day") is not None else fields_year(fields), j + 1
    return out


def fields_year(fields: tuple[tuple[str, int], ...]) -> int:
    """The year among the fields, 0 where there is none."""
    return dict(fields).get("year", 0)


def _completed(t: Tokens, found: list[Found]) -> list[Found]:
    """Gives the first end of a range what its second end states: "3 to 5 May", "from June to August 1944"."""
    out = list(found)
    for n in range(len(out) - 1, 0, -1):
        (i, first), (j, second) = out[n - 1], out[n]
        a, b = first.meaning, second.meaning
        if (
            a.shape != "calendar"
            or b.shape != "calendar"
            or j - first.end > 2
            or a.get("year") is not None
            or a.get("weekday")
        ):
            continue
        between = t.low[first.end : j]
        if between[:1] not in (("-",), ("to",), ("and",), ("through",), ("until",), ("or",), ("/",)) or (
            a.get("month") is None and not a.get("season")
        ):
            continue
        if a.get("season") and (b.get("year") or 0) > 0:
            out[n - 1] = (
                i,
                replace(first, meaning=replace(a, fields=tuple(sorted((*a.fields, ("year", b.get("year"))))))),
            )
            continue
        if b.get("month") is not None and b.get("year") is not None and b.get("year") > 0:
            turned = (a.get("month"), a.get("day") or 0) > (b.get("month"), b.get("day") or 31)
            fields = tuple(sorted((*a.fields, ("year", b.get("year") - (1 if turned else 0)))))
            out[n - 1] = (i, replace(first, meaning=replace(a, fields=fields)))
    return _leading_days(t, out)


def _leading_days(t: Tokens, found: list[Found]) -> list[Found]:
    """The bare number before a full date: "3 to 5 May", "12 and 13 March 2024"."""
    out: list[Found] = []
    for i, p in found:
        m = p.meaning
        link, head = i - 1, i - 2
        if (
            (m.get("year") or 0) < 0
            and m.get("month") is None
            and _earlier_bc(t, i, m.get("year"))
            and not (out and out[-1][1].end > head)
        ):
            fields = (("year", -int(t.word(head))),)
            out.append((head, Piece(head + 1, "DATE", Meaning("calendar", fields=fields))))
        if (
            m.shape == "calendar"
            and m.get("day")
            and m.get("month")
            and t.word(i).isdecimal()
            and t.word(link) in ("-", "to", "and", "or")
            and t.word(head).isdecimal()
            and len(t.word(head)) < 3
            and 0 < int(t.word(head)) < m.get("day")
            and not (out and out[-1][1].end > head)
            and not t.glued(head)
        ):
            fields = tuple((k, int(t.word(head)) if k == "day" else v) for k, v in m.fields)
            out.append((head, Piece(head + 1, "DATE", replace(m, fields=fields))))
        out.append((i, p))
    return out


def _earlier_bc(t: Tokens, i: int, year: int) -> bool:
    """Whether the first end of "499-493 BC" stands before token i."""
    head = t.word(i - 2)
    return t.word(i - 1) in ("-", "to", "and", "or") and head.isdecimal() and len(head) < 5 and int(head) > -year


def _expression(t: Tokens, context: Context, i: int, p: Piece) -> TimeExpression:
    start, end = t.start[i], t.end[p.end - 1]
    tense, preposition = context.governing(i, p)
    return TimeExpression(
        start, end, t.text[start:end], p.type, value_of(p.type, p.meaning), p.meaning, tense, preposition
    )
