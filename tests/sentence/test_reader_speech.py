"""Sources and contents find their cue; a quotation that runs on stays one speaker's."""

import numpy as np

from dateline.sentence.reader.speech import LEAN, Passage, overlooked, related, run_on
from dateline.sentence.reading import Speech


def test_each_content_goes_to_the_cue_it_points_to_within_its_line() -> None:
    # "The minister said X . The general denied Y ." with the links as a trained reader gives them
    spans = [(i * 2, i * 2 + 1) for i in range(6)]
    runs = [(0, 0, 0), (1, 1, 1), (2, 2, 2), (0, 3, 3), (1, 4, 4), (2, 5, 5)]
    link = np.zeros((6, 6), np.float32)
    link[[0, 2], 1] = link[[3, 5], 4] = 1
    found = related(runs, link, Passage(spans, ["word"] * 6, [0] * 6, [0] * 6))
    assert [(s.source, s.cue, s.content) for s in found] == [
        (((0, 1),), ((2, 3),), ((4, 5),)),
        (((6, 7),), ((8, 9),), ((10, 11),)),
    ]


def test_no_link_leaves_its_line() -> None:
    runs = [(0, 0, 0), (1, 1, 1), (2, 2, 2)]
    link = np.zeros((3, 3), np.float32)
    passage = Passage([(0, 1), (2, 3), (4, 5)], ["word"] * 3, [0, 1, 2], [0, 1, 2])
    assert related(runs, link, passage) == []


def test_the_next_sentence_is_the_speakers_only_where_it_is_quoted() -> None:
    # "He spoke X . Y" and "He spoke X . " Y ": the link points to the cue both times
    runs = [(0, 0, 0), (1, 1, 1), (2, 2, 2), (2, 3, 3)]
    link = np.zeros((4, 4), np.float32)
    spans = [(i * 2, i * 2 + 1) for i in range(4)]
    plain = Passage(spans, ["he", "spoke", "X", "Y"], [0] * 4, [0, 0, 0, 1])
    quoted = Passage(spans, ["he", "spoke", "X", '"'], [0] * 4, [0, 0, 0, 1])
    assert [len(s.content) for s in related(runs, link, plain)] == [1]
    assert [len(s.content) for s in related(runs, link, quoted)] == [2]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“We stay,” the colonel said. “The road is ours.\n\n“And the airport too.” Rain fell."
    cue = text.index("said")
    second = text.index("The road")
    speech = Speech(((11, 22),), ((cue, cue + 4),), ((1, 8), (second, second + 17)))
    (joined,) = run_on(text, [speech])
    assert [text[s:e] for s, e in joined.content][2:] == ["And the airport too."]


def test_a_quotation_that_is_closed_does_not_go_on() -> None:
    text = "“We stay,” the colonel said.\n“Rain,” a sign read."
    speech = Speech(((11, 22),), ((23, 27),), ((1, 8),))
    assert run_on(text, [speech]) == (speech,)


def test_a_quotation_may_run_over_many_paragraphs() -> None:
    text = "“The road is ours, the colonel said.\n“And the bridge.\n“And the airport.” Rain fell."
    speech = Speech(((19, 30),), ((31, 35),), ((1, 17),))
    (joined,) = run_on(text, [speech])
    assert [text[s:e] for s, e in joined.content][1:] == ["And the bridge.", "And the airport."]


def test_a_second_look_finds_only_what_the_first_left():
    spans = [(n * 2, n * 2 + 1) for n in range(7)]
    passage = Passage(spans, ["word"] * 7, [0] * 7, [0] * 7)
    scores = np.full((7, 7), -9.0, np.float32)
    scores[:, 0] = 0.0
    for word, label in ((0, 1), (1, 3), (2, 5), (4, 1), (5, 3), (6, 5)):
        scores[word, label] = -LEAN / 2
    free = np.zeros((7, 7), np.float32), np.zeros(7, np.float32)
    link = np.zeros((7, 7), np.float32)
    link[[0, 2, 4, 6], [1, 1, 5, 5]] = 1.0
    (whole, late) = overlooked(scores, *free, [], link, passage)
    assert (whole.cue, late.cue) == (((2, 3),), ((10, 11),))
    assert [s.cue for s in overlooked(scores, *free, [whole], link, passage)] == [late.cue]
