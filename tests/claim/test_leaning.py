"""Numbers that lean on what stands before them, and amounts without a noun of their own."""

from dateline.claim.figure.quantities import quantities
from dateline.claim.model import Quantity
from handmade import report as written


def read(text: str, parse: str) -> tuple[Quantity, ...]:
    report, reading = written((text, parse))
    return quantities(report, reading, (), (), ())


def test_how_many_fewer_is_a_change_of_what_was_told_before() -> None:
    found = read(
        "The firm built 900 vans, 100 fewer than a year ago.",
        """The the DET 2 det
            firm firm NOUN 3 nsubj
            built build VERB 0 root
            900 900 NUM 5 nummod
            vans van NOUN 3 obj
            , , PUNCT 7 punct
            100 100 NUM 5 nummod
            fewer few ADJ 5 amod
            than than ADP 11 case
            a a DET 11 det
            year year NOUN 12 obl:unmarked
            ago ago ADV 3 advmod
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.counted, q.role) for q in found] == [(900, "van", "level"), (100, "van", "change")]


def test_twenty_more_are_of_the_kind_told_before() -> None:
    found = read(
        "The yard sold 14 boats and holds options for 20 more.",
        """The the DET 2 det
            yard yard NOUN 3 nsubj
            sold sell VERB 0 root
            14 14 NUM 5 nummod
            boats boat NOUN 3 obj
            and and CCONJ 7 cc
            holds hold VERB 3 conj
            options option NOUN 7 obj
            for for ADP 11 case
            20 20 NUM 11 obl
            more more ADJ 7 obl
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.counted, q.role) for q in found] == [(14, "boat", "level"), (20, "boat", "change")]


def test_a_part_stands_behind_its_whole() -> None:
    found = read(
        "Of 14 ponds, five have dried out.",
        """Of of ADP 3 case
            14 14 NUM 3 nummod
            ponds pond NOUN 7 obl
            , , PUNCT 3 punct
            five five NUM 7 nsubj
            have have AUX 7 aux
            dried dry VERB 0 root
            out out ADP 7 compound:prt
            . . PUNCT 7 punct""",
    )
    assert [(q.low, q.counted, q.role) for q in found] == [(14, "pond", "total"), (5, "pond", "part")]


def test_a_loss_of_so_many_without_a_currency_is_a_size_of_the_loss() -> None:
    found = read(
        "The club posted a loss of 16 million.",
        """The the DET 2 det
            club club NOUN 3 nsubj
            posted post VERB 0 root
            a a DET 5 det
            loss loss NOUN 3 obj
            of of ADP 8 case
            16 16 NUM 8 compound
            million million NUM 5 nmod
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.counted, q.unit) for q in found] == [(16e6, "loss", "loss")]


def test_a_tenth_of_it_is_a_share_of_the_money() -> None:
    found = read(
        "The bank spent 800,000 crowns, a tenth of it on horses.",
        """The the DET 2 det
            bank bank NOUN 3 nsubj
            spent spend VERB 0 root
            800,000 800000 NUM 5 nummod
            crowns crown NOUN 3 obj
            , , PUNCT 8 punct
            a a DET 8 det
            tenth tenth NOUN 5 appos
            of of ADP 10 case
            it it PRON 8 nmod
            on on ADP 12 case
            horses horse NOUN 3 obl
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.unit, q.role, q.amount.text) for q in found][1] == (0.1, "share", "part", "a tenth of it")


def test_one_of_two_is_a_part() -> None:
    found = read(
        "Divers recovered one of the two flight recorders.",
        """Divers diver NOUN 2 nsubj
            recovered recover VERB 0 root
            one one NUM 2 obj
            of of ADP 8 case
            the the DET 8 det
            two two NUM 8 nummod
            flight flight NOUN 8 compound
            recorders recorder NOUN 3 nmod
            . . PUNCT 2 punct""",
    )
    assert next((q.low, q.counted, q.role) for q in found) == (1, "recorder", "part")


def test_the_total_is_of_those_just_told() -> None:
    found = read(
        "The firm has hired 16 more inspectors, bringing the total to 52.",
        """The the DET 2 det
            firm firm NOUN 4 nsubj
            has have AUX 4 aux
            hired hire VERB 0 root
            16 16 NUM 7 nummod
            more more ADJ 7 amod
            inspectors inspector NOUN 4 obj
            , , PUNCT 9 punct
            bringing bring VERB 4 advcl
            the the DET 11 det
            total total NOUN 9 obj
            to to ADP 13 case
            52 52 NUM 9 obl
            . . PUNCT 4 punct""",
    )
    assert [(q.low, q.counted, q.scope) for q in found][1] == (52, "inspector", ())


def test_the_whole_of_which_a_half_is_told_is_a_total() -> None:
    found = read(
        "The mill employs 900 people, half of them in Verrin.",
        """The the DET 2 det
            mill mill NOUN 3 nsubj
            employs employ VERB 0 root
            900 900 NUM 5 nummod
            people people NOUN 3 obj
            , , PUNCT 7 punct
            half half NOUN 5 appos
            of of ADP 9 case
            them they PRON 7 nmod
            in in ADP 11 case
            Verrin Verrin PROPN 3 obl
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.role, q.amount.text) for q in found] == [
        (900, "total", "900 people"),
        (0.5, "part", "half of them"),
    ]


def test_tonnes_of_nothing_named_are_tonnes() -> None:
    found = read(
        "The mill shipped 5.6 million tonnes last year.",
        """The the DET 2 det
            mill mill NOUN 3 nsubj
            shipped ship VERB 0 root
            5.6 5.6 NUM 6 nummod
            million million NUM 6 nummod
            tonnes tonne NOUN 3 obj
            last last ADJ 8 amod
            year year NOUN 3 obl:unmarked
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.counted, q.unit) for q in found] == [(5.6e6, "tonne", "tonne")]


def test_a_port_that_has_cranes_counts_them() -> None:
    found = read(
        "The port has two cranes.",
        """The the DET 2 det
            port port NOUN 3 nsubj
            has have VERB 0 root
            two two NUM 5 nummod
            cranes crane NOUN 3 obj
            . . PUNCT 3 punct""",
    )
    assert [(q.low, q.counted) for q in found] == [(2, "crane")]


def test_money_raised_from_two_banks_was_no_earlier_level() -> None:
    found = read(
        "Astor raised 200 million euros from two banks.",
        """Astor Astor PROPN 2 nsubj
            raised raise VERB 0 root
            200 200 NUM 4 compound
            million million NUM 5 nummod
            euros euro NOUN 2 obj
            from from ADP 8 case
            two two NUM 8 nummod
            banks bank NOUN 2 obl
            . . PUNCT 2 punct""",
    )
    assert [(q.low, q.role) for q in found] == [(200e6, "level"), (2, "level")]


def test_what_was_expected_is_a_forecast() -> None:
    found = read(
        "The town had expected 900 guests.",
        """The the DET 2 det
            town town NOUN 4 nsubj
            had have AUX 4 aux
            expected expect VERB 0 root
            900 900 NUM 6 nummod
            guests guest NOUN 4 obj
            . . PUNCT 4 punct""",
    )
    assert [(q.low, q.role) for q in found] == [(900, "forecast")]
