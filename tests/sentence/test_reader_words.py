"""Words are cut as the parser's treebank writes them, and every character stands in one of them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.sentence.reader.words import MAX_WORD, words


def cut(line: str) -> list[str]:
    return [line[s:e] for s, e in words(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Niger's junta didn't answer.", "Niger 's junta did n't answer ."),
        ("The U.S. pays $5.2bn, or 3%.", "The U.S. pays $ 5.2 bn , or 3 % ."),
        ("Gen. Moussa Salaou Barmou left.", "Gen. Moussa Salaou Barmou left ."),
        ("It was a long-range drone.", "It was a long - range drone ."),
        ("They can't, cannot and won’t go.", "They ca n't , can not and wo n’t go ."),
        ("At 10:30 a.m. on 9/11...", "At 10:30 a.m. on 9/11 ..."),
        ("M23 rebels took the 3rd hill.", "M23 rebels took the 3rd hill ."),
        ("The base closed in Sept.", "The base closed in Sept ."),
        ("See https://example.org/a?b=1.", "See https://example.org/a?b=1 ."),
        ("“We’ll stay,” he said.", "“ We ’ll stay , ” he said ."),
    ],
)
def test_a_line_is_cut_as_the_treebank_cuts_it(line: str, expected: str) -> None:
    assert cut(line) == expected.split(" ")


@given(st.text())
def test_every_character_that_is_no_blank_stands_in_exactly_one_word(line: str) -> None:
    spans = words(line)
    covered = [i for s, e in spans for i in range(s, e)]
    assert covered == [i for i, c in enumerate(line) if not c.isspace() or i in covered]
    assert covered == sorted(set(covered))
    assert all(0 < e - s <= MAX_WORD for s, e in spans)


def test_a_long_run_of_letters_is_cut_so_that_no_word_is_unbounded() -> None:
    assert [e - s for s, e in words("a" * 450)] == [200, 200, 50]


def test_no_pattern_repeats_a_group_possessively():
    """Python before 3.11.5 may match such a pattern wrongly: it read "on 9/11..." as "9/11." and ".."."""
    package = Path(dateline.__file__).parent
    grouped = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
    found = [p.name for p in sorted(package.rglob("*.py")) if grouped.search(p.read_text("utf-8"))]
    assert found == []
