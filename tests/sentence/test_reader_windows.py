"""Whole lines are packed into windows; what must not be read is blanked out in its place."""

from dateline.sentence.reader.windows import MAX_PIECES, Line, blank, fit, pack, shapes_of


def line(count: int, number: int = 0) -> Line:
    return Line([7] * count, [1] * count, list(range(count)), [(i, i + 1) for i in range(count)], number)


def test_lines_are_packed_whole() -> None:
    windows = list(pack([line(100, 0), line(100, 1), line(100, 2)]))
    assert [[x.number for x in w.lines] for w in windows] == [[0, 1], [2]]
    assert all(len(w.ids) <= MAX_PIECES for w in windows)


def test_a_line_longer_than_a_window_is_cut_at_a_sentence_end() -> None:
    tokens = ["word"] * 600
    tokens[219] = "."
    pieces = list(fit(line(600), tokens))
    assert len(pieces[0].spans) == 220
    assert [s for p in pieces for s in p.spans] == line(600).spans
    assert all(p.first[0] == 0 and len(p.ids) <= MAX_PIECES - 2 for p in pieces)


def test_blanks_keep_every_offset_and_every_line() -> None:
    text = "Troops left.\nSHARE THIS\nThe base is empty."
    assert blank(text, [(13, 23)]) == "Troops left.\n          \nThe base is empty."
    assert len(blank(text, [(5, 400), (-3, 2)])) == len(text)


def test_the_case_of_a_word_is_seen_piece_by_piece() -> None:
    assert shapes_of("al-Shabaab")[:10] == (1, 1, 0, 2, 2, 2, 2, 2, 2, 2)
