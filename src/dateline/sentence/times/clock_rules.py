"""Grammar of the clock: "5 p.m. EST", "18:00 UTC", "noon", "midnight", "4 in the morning".

In:   tokens and a place.
Out:  a Piece that states hour, minute and zone; impossible times ("25:99") are no piece.
Room: sentence.
"""

from __future__ import annotations

from dateline.sentence.times.numbers import number
from dateline.sentence.times.piece import Piece, calendar, match, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import NUMBER, ZONE

_MAX_ZONE = 3
_HALVES = {"am": 0, "pm": 12}
_IN_THE = {"morning": 0, "afternoon": 12, "evening": 12}


def clock(t: Tokens, i: int) -> Piece | None:
    """A clock time, with its zone where stated."""
    return _digital(t, i) or _hour(t, i) or _named(t, i) or _oclock(t, i)


def _two(word: str, top: int) -> int | None:
    return int(word) if word.isdecimal() and word.isascii() and len(word) == 2 and int(word) < top else None


def _digital(t: Tokens, i: int) -> Piece | None:
    """ "10:35 a.m.", "18:00 UTC", "13:04:59", "6.30pm", "0128 GMT"."""
    word = t.word(i)
    if (
        not word.isdecimal()
        or not word.isascii()
        or len(word) not in (1, 2, 4)
        or (t.glued(i) and t.word(i - 1) in ":.,-/$")
    ):
        return None
    if len(word) == 4:
        piece = _zoned(t, i + 1, int(word[:2]), int(word[2:]), None)
        zoned = piece is not None and (piece.end > i + 1 or _told_again(t, i + 1))
        return piece if zoned and int(word[:2]) < 24 else None  # "0640 ET": only with its zone
    if t.word(i + 1) not in (":", ".") or not t.glued(i + 1) or not t.glued(i + 2):
        return None
    hour, minute = int(word), _two(t.word(i + 2), 60)
    if minute is None or hour > 24:
        return None
    j, second = i + 3, None
    if t.word(i + 1) == ":" and t.word(j) == ":" and t.glued(j) and t.glued(j + 1):
        second = _two(t.word(j + 1), 60)
        if second is None:
            return None
        j += 2
    if t.word(j) in _HALVES:
        return _halved(t, j, hour, minute, second)
    if t.word(i + 1) == "." or (t.glued(j) and t.word(j) in (".", ":") and t.word(j + 1).isdecimal()):
        return None
    if match(t, j, ("in", "the")) and t.word(j + 2) in _IN_THE and 1 <= hour <= 12:
        return calendar(j + 3, "TIME", hour=hour % 12 + _IN_THE[t.word(j + 2)], minute=minute, second=second)
    return _zoned(t, j, hour, minute, second)


def _told_again(t: Tokens, j: int) -> bool:
    """ "(2153 GMT)" behind "1653": the same hour by another clock."""
    hour = t.word(j + 1)
    return t.word(j) == "(" and len(hour) == 4 and hour.isdecimal() and t.words(j + 2, 1) in ZONE


def _halved(t: Tokens, j: int, hour: int, minute: int | None, second: int | None = None) -> Piece | None:
    if not 1 <= hour <= 12:
        return None
    return _zoned(t, j + 1, hour % 12 + _HALVES[t.word(j)], minute, second)


def _zoned(t: Tokens, j: int, hour: int, minute: int | None, second: int | None) -> Piece | None:
    if hour > 24 or (hour == 24 and minute) or (minute or 0) > 59:
        return None
    k = skip(t, j, "(", ",")
    for n in range(_MAX_ZONE, 0, -1):
        words = t.words(k, n)
        if words in ZONE and (t.raw(k).isupper() or n > 1):
            end = k + n
            if t.word(end) in ("+", "-") and t.word(end + 1).isdecimal() and len(t.word(end + 1)) < 3:
                offset = int(t.word(end + 1))
                sign = t.word(end)
                closed = skip(t, end + 2, ")") if k > j else end + 2
                zone = f"{sign}{offset:02d}:00" if offset < 15 else None
                return calendar(closed, "TIME", hour=hour, minute=minute, second=second, zone=zone)
            closed = skip(t, end, ")") if t.word(k - 1) == "(" else end
            return calendar(closed, "TIME", hour=hour, minute=minute, second=second, zone=ZONE[words] or None)
    return calendar(j, "TIME", hour=hour, minute=minute, second=second)


def _hour(t: Tokens, i: int) -> Piece | None:
    """ "5 p.m.", "eight a.m.", "4 in the morning"."""
    word = t.word(i)
    if word.isdecimal() and len(word) > 2:
        return None
    found = number(t, i) if word.isdecimal() or word in NUMBER else None
    if found is None or found[1] is None or found[1] != int(found[1]) or found[1] > 12 or word in ("a", "an"):
        return None
    j, hour = found[0], int(found[1])
    j = skip(t, j, "-") if t.word(j + 1) in _HALVES else j
    if t.word(j) in _HALVES:
        return _halved(t, j, hour, None)
    if match(t, j, ("in", "the")) and t.word(j + 2) in _IN_THE and hour >= 1:
        return calendar(j + 3, "TIME", hour=hour % 12 + _IN_THE[t.word(j + 2)], minute=0)
    return None


def _oclock(t: Tokens, i: int) -> Piece | None:
    """ "six o'clock", "six o'clock in the evening"."""
    found = number(t, i) if t.word(i).isdecimal() or t.word(i) in NUMBER else None
    if found is None or found[1] is None or found[1] > 12 or not match(t, found[0], ("o", "'", "clock")):
        return None
    j, hour = found[0] + 3, int(found[1])
    if match(t, j, ("in", "the")) and t.word(j + 2) in _IN_THE:
        return calendar(j + 3, "TIME", hour=hour % 12 + _IN_THE[t.word(j + 2)], minute=0)
    return calendar(j, "TIME", hour=hour, half_open=True)  # whether morning or evening is not said


def _named(t: Tokens, i: int) -> Piece | None:
    j = skip(t, i, "high")
    if t.word(j) == "noon":
        return _zoned(t, j + 1, 12, 0, None)
    if t.word(j) == "midnight":
        return _zoned(t, j + 1, 24, 0, None)
    if t.word(j) == "midday":
        return _zoned(t, j + 1, 12, 0, None)
    return None
