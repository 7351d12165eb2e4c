"""Figures of a report: how many of what, of whom, where, in which role; and numbers that are none."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claim.figure.foreign import foreign_quantities
from dateline.claim.figure.quantities import quantities
from dateline.claim.model import Quantity
from dateline.report.model import Report
from dateline.sentence.reading import NameKind, Reading, Sentence, Token
from dateline.sentence.times.model import Meaning, TimeExpression
from handmade import report as written

Read = Callable[..., tuple[Quantity, ...]]


def read(*parts: tuple[str, str], names: dict[str, NameKind] | None = None) -> tuple[Quantity, ...]:
    report, reading = written(*parts, names=names)
    return quantities(report, reading, (), (), ())


def test_soldiers_of_a_country_in_another() -> None:
    (q,) = read(
        (
            "About 300 French soldiers remain in Chad.",
            """About about ADV 2 advmod
            300 300 NUM 4 nummod
            French French ADJ 4 amod
            soldiers soldier NOUN 5 nsubj
            remain remain VERB 0 root
            in in ADP 7 case
            Chad Chad PROPN 5 obl
            . . PUNCT 5 punct""",
        )
    )
    assert (q.low, q.high, q.approximate, q.bound) == (300, 300, True, None)
    assert (q.counted, q.unit, q.of, q.where, q.role) == ("soldier", "person", "France", "Chad", "level")
    assert q.amount.text == "About 300 French soldiers"


def test_the_earlier_level_is_a_point_of_its_own() -> None:
    now, before = read(
        (
            "Germany has 900 soldiers in Mali, down from 1,200.",
            """Germany Germany PROPN 2 nsubj
            has have VERB 0 root
            900 900 NUM 4 nummod
            soldiers soldier NOUN 2 obj
            in in ADP 6 case
            Mali Mali PROPN 4 nmod
            , , PUNCT 4 punct
            down down ADV 10 advmod
            from from ADP 10 case
            1,200 1,200 NUM 2 obl
            . . PUNCT 2 punct""",
        )
    )
    assert (now.low, now.role, now.of, now.where) == (900, "level", "Germany", "Mali")
    assert (before.low, before.role) == (1200, "previous")


def test_a_part_and_its_whole() -> None:
    part, whole = read(
        (
            "So far 40 of an estimated 90 miners have left.",
            """So so ADV 2 advmod
            far far ADV 9 advmod
            40 40 NUM 9 nsubj
            of of ADP 7 case
            an a DET 7 det
            estimated estimate VERB 7 amod
            90 90 NUM 8 nummod
            miners miner NOUN 3 nmod
            have have AUX 10 aux
            left leave VERB 0 root
            . . PUNCT 10 punct""",
        )
    )
    assert (part.low, part.role, part.scope) == (40, "part", ("departed",))
    assert (whole.low, whole.role, whole.scope, whole.approximate) == (90, "previous", (), True)


def test_people_killed_missing_and_rescued() -> None:
    (killed,) = read(
        (
            "Nine miners were killed.",
            """Nine nine NUM 2 nummod
            miners miner NOUN 4 nsubj:pass
            were be AUX 4 aux:pass
            killed kill VERB 0 root
            . . PUNCT 4 punct""",
        )
    )
    assert (killed.counted, killed.scope) == ("miner", ("killed",))
    (rescued,) = read(
        (
            "Two were rescued.",
            """Two two NUM 3 nsubj:pass
            were be AUX 3 aux:pass
            rescued rescue VERB 0 root
            . . PUNCT 3 punct""",
        )
    )
    assert (rescued.counted, rescued.unit, rescued.scope) == ("person", "person", ("rescued",))


def test_the_sixth_body_makes_six() -> None:
    (q,) = read(
        (
            "Divers recovered the sixth body.",
            """Divers diver NOUN 2 nsubj
            recovered recover VERB 0 root
            the the DET 5 det
            sixth sixth ADJ 5 amod
            body body NOUN 2 obj
            . . PUNCT 2 punct""",
        )
    )
    assert (q.low, q.high, q.bound, q.scope[0]) == (6, 6, "at_least", "recovered")


def test_a_body_found_is_one_more() -> None:
    (q,) = read(
        (
            "Ruiz's body was found.",
            """Ruiz Ruiz PROPN 3 nmod:poss
            's 's PART 1 case
            body body NOUN 5 nsubj:pass
            was be AUX 5 aux:pass
            found find VERB 0 root
            . . PUNCT 5 punct""",
        )
    )
    assert (q.low, q.role, q.amount.text) == (1, "change", "Ruiz's body")


def test_sizes_say_what_they_measure() -> None:
    found = read(
        (
            "The channel is 400 feet wide and 50 feet deep.",
            """The the DET 2 det
            channel channel NOUN 6 nsubj
            is be AUX 6 cop
            400 400 NUM 5 nummod
            feet foot NOUN 6 obl:unmarked
            wide wide ADJ 0 root
            and and CCONJ 10 cc
            50 50 NUM 9 nummod
            feet foot NOUN 10 obl:unmarked
            deep deep ADJ 6 conj
            . . PUNCT 6 punct""",
        )
    )
    assert [(q.low, q.unit, q.counted, q.scope) for q in found] == [
        (400, "foot", "channel", ("width",)),
        (50, "foot", "channel", ("depth",)),
    ]


def test_money_says_what_it_is_for() -> None:
    (base,) = read(
        (
            "It runs a $60 million camp.",
            """It it PRON 2 nsubj
            runs run VERB 0 root
            a a DET 7 det
            $ $ SYM 7 compound
            60 60 NUM 6 compound
            million million NUM 4 nummod
            camp camp NOUN 2 obj
            . . PUNCT 2 punct""",
        )
    )
    assert (base.low, base.unit, base.counted, base.scope) == (60e6, "USD", "camp", ("cost",))


@pytest.mark.parametrize(
    ("text", "parse", "names"),
    [
        (
            "Ana Ruiz, 35, left.",
            "Ana Ana PROPN 6 nsubj\nRuiz Ruiz PROPN 1 flat\n, , PUNCT 1 punct\n35 35 NUM 1 nmod:unmarked\n"
            ", , PUNCT 1 punct\nleft leave VERB 0 root\n. . PUNCT 6 punct",
            {},
        ),
        (
            "They moved to Camp 12.",
            "They they PRON 2 nsubj\nmoved move VERB 0 root\nto to ADP 4 case\nCamp Camp PROPN 2 obl\n"
            "12 12 NUM 4 nummod\n. . PUNCT 2 punct",
            {"Camp 12": "place"},
        ),
        (
            "We cut our presence to 201.",
            "We we PRON 2 nsubj\ncut cut VERB 0 root\nour our PRON 4 nmod:poss\npresence presence NOUN 2 obj\n"
            "to to ADP 6 case\n201 201 NUM 2 obl\n. . PUNCT 2 punct",
            {},
        ),
        (
            "One official spoke.",
            "One one NUM 2 nummod\nofficial official NOUN 3 nsubj\nspoke speak VERB 0 root\n. . PUNCT 3 punct",
            {},
        ),
    ],
)
def test_numbers_that_are_no_figures(text: str, parse: str, names: dict[str, NameKind]) -> None:
    assert read((text, parse), names=names) == ()


def test_a_number_inside_a_time_is_none() -> None:
    report, reading = written(
        (
            "It opened in 2012.",
            "It it PRON 2 nsubj\nopened open VERB 0 root\nin in ADP 4 case\n2012 2012 NUM 2 obl\n. . PUNCT 2 punct",
        )
    )
    time = TimeExpression(13, 17, "2012", "DATE", "2012", Meaning("calendar"))
    assert quantities(report, reading, (), (time,), ()) == ()


def test_the_last_soldiers_leave_nobody() -> None:
    found = read(
        (
            "The last 50 French soldiers left Mali.",
            """The the DET 5 det
            last last ADJ 5 amod
            50 50 NUM 5 nummod
            French French ADJ 5 amod
            soldiers soldier NOUN 6 nsubj
            left leave VERB 0 root
            Mali Mali PROPN 6 obj
            . . PUNCT 6 punct""",
        )
    )
    assert [(q.low, q.of, q.where, q.scope) for q in found] == [
        (0, "France", "Mali", ()),
        (50, "France", "Mali", ("departed",)),
    ]


def test_a_report_in_french_gives_its_plain_figures() -> None:
    text = "Le retrait\nIl reste 120 soldats français au Mali. Environ 1 300 sont partis."
    (q,) = foreign_quantities(Report(id="r", sha256="0", text=text, language="fr"), ())
    assert (q.low, q.counted, q.of, q.where, q.amount.text) == (
        120,
        "soldier",
        "France",
        "Mali",
        "120 soldats français",
    )


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "zh",
            "第四名遇难者的遗体已被打捞。三名工人获救，五人受伤。",
            [(4, "第四名遇难者"), (3, "三名工人"), (5, "五人")],
        ),
        ("ar", "العثور على الجثة الرابعة في البحيرة.", [(4, "الجثة الرابعة")]),
        ("de", "Am Montag wurde die vierte Leiche geborgen.", [(4, "vierte Leiche")]),
        ("fr", "Le quatrième corps a été repêché mardi.", [(4, "quatrième corps")]),
        ("es", "Hallaron el cuarto cuerpo en el lago.", [(4, "cuarto cuerpo")]),
    ],
)
def test_the_fourth_body_makes_at_least_four_in_other_languages(
    language: str, text: str, words: list[tuple[int, str]]
) -> None:
    found = foreign_quantities(Report(id="r", sha256="0", text=text, language=language), ())
    assert [(q.low, q.amount.text) for q in found] == words
    assert (found[0].bound, found[0].scope[:1]) == ("at_least", ("recovered",))


def test_each_clause_of_another_language_says_its_own() -> None:
    text = "八名工人在船上，两人获救，五人受伤，一人下落不明，六人已找到。"
    found = foreign_quantities(Report(id="r", sha256="0", text=text, language="zh"), ())
    assert [(q.low, q.scope) for q in found] == [(8, ()), (2, ("rescued",)), (5, ("injured",)), (1, ("missing",))]


WORDS = ["1,100", "two", "dozens", "troops", "of", "the", "killed", "$5", "million", "in", "Niger", "last", "left", "-"]
TAGS = ["NUM", "NOUN", "VERB", "ADP", "ADJ", "PROPN", "PUNCT", "AUX", "DET"]
RELS = ["nummod", "nsubj", "obj", "obl", "root", "conj", "amod", "nmod", "case"]


@st.composite
def wild(draw: st.DrawFn) -> tuple[Report, Reading]:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    tokens, at = [], 0
    for w in words:
        head = draw(st.integers(0, len(words) - 1))
        tag, rel = draw(st.sampled_from(TAGS)), draw(st.sampled_from(RELS))
        tokens.append(Token(at, at + len(w), w, w.lower(), tag, head, rel))
        at += len(w) + 1
    text = " ".join(words)
    reading = Reading((Sentence(0, len(text), tuple(tokens), 0),), (), (), (), (), "made")
    return Report(id="r", sha256="0", text=text), reading


@settings(max_examples=300, deadline=None)
@given(wild())
def test_any_parse_is_read_without_harm(made: tuple[Report, Reading]) -> None:
    report, reading = made
    for q in quantities(report, reading, (), (), ()):
        assert report.text[q.amount.start : q.amount.end] == q.amount.text != ""
        assert report.text[q.anchor.start : q.anchor.end] == q.anchor.text
        assert q.low <= q.high


def test_what_a_thing_is_bought_for_and_what_damage_is_put_at() -> None:
    (price,) = read(
        (
            "Halden bought the yard for 5 million dollars.",
            """Halden Halden PROPN 2 nsubj
            bought buy VERB 0 root
            the the DET 4 det
            yard yard NOUN 2 obj
            for for ADP 8 case
            5 5 NUM 7 compound
            million million NUM 8 nummod
            dollars dollar NOUN 2 obl
            . . PUNCT 2 punct""",
        )
    )
    assert (price.low, price.unit) == (5_000_000, "USD")
    (damage,) = read(
        (
            "Damage is put at 75 million euros.",
            """Damage damage NOUN 3 nsubj:pass
            is be AUX 3 aux:pass
            put put VERB 0 root
            at at ADP 7 case
            75 75 NUM 6 compound
            million million NUM 7 nummod
            euros euro NOUN 3 obl
            . . PUNCT 3 punct""",
        )
    )
    assert (damage.low, damage.unit, damage.counted) == (75_000_000, "EUR", "damage")


def test_a_planned_number_is_a_target_and_belongs_to_who_plans_it() -> None:
    (q,) = read(
        (
            "The bakery will close 12 shops.",
            """The the DET 2 det
            bakery bakery NOUN 4 nsubj
            will will AUX 4 aux
            close close VERB 0 root
            12 12 NUM 6 nummod
            shops shop NOUN 4 obj
            . . PUNCT 4 punct""",
        )
    )
    assert (q.low, q.counted, q.of, q.role) == (12, "shop", "bakery", "target")


def test_what_falls_to_a_bare_number_is_what_it_counts() -> None:
    (q,) = read(
        (
            "Births fell to 212.",
            """Births birth NOUN 2 nsubj
            fell fall VERB 0 root
            to to ADP 4 case
            212 212 NUM 2 obl
            . . PUNCT 2 punct""",
        )
    )
    assert (q.low, q.counted, q.role) == (212, "birth", "level")
