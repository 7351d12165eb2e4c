"""Numbers as written: what they are worth, how exactly, in what unit."""

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.claim.figure.amounts import amounts


def read(text: str) -> list[tuple[float, float, str | None, str]]:
    return [(a.low, a.high, a.unit, text[a.start : a.end]) for a in amounts(text)]


def test_money_is_kept_whole_in_its_currency() -> None:
    assert read("It gave $200m, then €3bn and £5k.") == [
        (200e6, 200e6, "USD", "$200m"),
        (3e9, 3e9, "EUR", "€3bn"),
        (5e3, 5e3, "GBP", "£5k"),
    ]
    assert read("Dues of 3,76 million euros") == [(3.76e6, 3.76e6, "EUR", "3,76 million euros")]
    assert read("a $5 fine") == [(5.0, 5.0, "USD", "$5")]  # the article is no Australian dollar


def test_words_and_vague_words() -> None:
    assert [a[:2] for a in read("two hundred and six men, a dozen boats, half a million trees")] == [
        (206, 206),
        (12, 12),
        (5e5, 5e5),
    ]
    assert [a[:2] for a in read("dozens of boats and tens of thousands of trees")] == [(24, 99), (20_000, 99_999)]
    assert [a[:2] for a in read("two thirds of the crew")] == [(2 / 3, 2 / 3)]


def test_a_range_runs_upwards_and_shares_its_scale() -> None:
    assert [a[:2] for a in read("between 20 and 30 boats, 1 to 2 million trees, 20-30 tents")] == [
        (20, 30),
        (1e6, 2e6),
        (20, 30),
    ]
    assert [a[:2] for a in read("It rose from 20 to 30.")] == [(20, 20), (30, 30)]  # a change: two amounts


def test_hedges_bound_and_blur() -> None:
    text = "at least 7, no more than 8, nearly 9, about 10, over 11"
    found = {a.hedge: (a.bound, a.approximate) for a in amounts(text)}
    assert found == {
        "at least": ("at_least", False),
        "no more than": ("at_most", False),
        "nearly": ("less_than", True),
        "about": (None, True),
        "over": ("more_than", False),
    }


def test_numbers_that_are_none() -> None:
    for text in (
        "They met at Route 66, under Resolution 2334, item No. 3.",
        "The M23 and a G5 flew F-16s at 1:30 on 10/10/2023; call 555-0100.",
        "It lasted 35 hours and seven days for a 35-year-old.",
        "They won 3-2.",
    ):
        assert read(text) == [], text


def test_a_list_of_sizes_shares_its_unit() -> None:
    assert [a[0::2] for a in read("the 20, 14 and 11-foot channels")] == [(20, "foot"), (14, "foot"), (11, "foot")]


NOISY = st.text(alphabet=st.sampled_from("0123456789,.-–$€£% abdefhimnorstuwy\u00a0()/:'’"), max_size=80)


@given(st.one_of(st.text(max_size=80), NOISY))
@example("–1%")
@example("minus 3 to 5 percent")
def test_any_text_is_read_without_harm(text: str) -> None:
    end = 0
    for a in amounts(text):
        assert end <= a.start <= a.core[0] < a.core[1] <= a.end <= len(text)
        assert a.low <= a.high
        assert a.low >= 0 or text[a.start : a.end].lower().startswith(("-", "−", "–", "minus"))
        end = a.end


def test_a_long_row_of_digits_takes_linear_time() -> None:
    assert amounts("1" * 200_000) == ()
    assert len(amounts("1,000 men, " * 5_000)) == 5_000


def test_models_and_money_by_a_shared_name() -> None:
    assert [a[:2] for a in read("orders for 18 777s")] == [(18, 18)]
    assert read("a rise from 14 to 18.50 crowns") == [
        (14.0, 14.0, "crown", "14"),
        (18.5, 18.5, "crown", "18.50 crowns"),
    ]
    assert [a[:2] for a in read("It sold 8,700 season tickets.")] == [(8700, 8700)]  # they last no season
    assert [a[:2] for a in read("It would order 24 lorries; see order 12.")] == [(24, 24)]
