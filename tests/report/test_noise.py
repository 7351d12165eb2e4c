"""A page's furniture is kept with its place, and never read as its story."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.tables import table
from dateline.report.noise import find_noise

STORY = "The ferry sailed again on Monday after a week of strike, the port office said."


def kinds(page: str, title: str | None = None) -> dict[str, str]:
    noise, _ = find_noise(page, title)
    return {page[n.start : n.end]: n.kind for n in noise}


def test_a_page_with_everything_around_its_story_keeps_only_the_story():
    page = (
        "Skip to content\n\nFerry back in service\n\nPhoto by Ana Reis / Picturehouse\n\n"
        f"By Ana Reis, Harbour News Foundation | March 5, 2024\n\n{STORY}\n\nOriginal article link"
    )
    assert set(kinds(page).values()) == {"navigation", "credit", "byline"}
    assert STORY not in kinds(page)


def test_headlines_of_other_stories_in_the_middle_of_a_text_are_no_part_of_it():
    page = f"{STORY}\nRead Also: Port buys two cranes for $345 million\n{STORY[:-1]}, too.\nSource: Harbour Wire"
    assert kinds(page) == {
        "Read Also: Port buys two cranes for $345 million": "related",
        "Source: Harbour Wire": "credit",
    }


def test_a_list_of_recent_stories_ends_where_comments_begin():
    page = f"{STORY}\nRecent Stories\nGold price falls\nCup final tonight, 7 hurt\nLeave a comment\nUser9: well done!"
    assert list(kinds(page).values()) == ["related"] * 3 + ["comments"] * 2


def test_a_story_goes_on_after_a_list_of_other_stories():
    page = f"{STORY}\nRelated stories\nGold price falls\nCup final tonight\n{STORY[:-1]}, and trucks moved."
    assert list(kinds(page)) == ["Related stories", "Gold price falls", "Cup final tonight"]


def test_the_first_copy_of_the_title_is_the_headline_and_the_second_a_repeat():
    page = f"Ferry back in service\nFerry back in service\n{STORY}"
    noise, headline = find_noise(page)
    assert headline == (0, 21)
    assert [(n.start, n.kind) for n in noise] == [(22, "repeat")]


def test_a_given_title_is_found_below_other_lines():
    page = f"date 2024-03-05\nFILE - A ferry leaves, Monday, April 16, 2018. (Agency photo / file)\nFerry back\n{STORY}"
    _, headline = find_noise(page, "Ferry back")
    assert headline is not None and page[slice(*headline)] == "Ferry back"


def test_a_dateline_is_furniture_and_its_sentence_is_not():
    assert kinds(f"NIAMEY, Dec. 22 (Xinhua) - {STORY}") == {"NIAMEY, Dec. 22 (Xinhua) - ": "date-line"}
    assert kinds(f"Ferry back\nNiamey - {STORY}") == {"Niamey - ": "date-line"}


def test_takeaways_repeat_the_text_and_are_marked():
    page = f"{STORY}\nKey Takeaways\n  • The strike is over.\n  • Trucks moved."
    assert list(kinds(page).values()) == ["takeaways"] * 3


def test_a_bare_name_above_an_update_line_is_a_byline():
    assert (
        kinds(f"Ferry back in service\n\nAna Maria Reis\nUpdated On\nNew Update\n{STORY}")["Ana Maria Reis"] == "byline"
    )


def test_a_heading_between_paragraphs_is_no_sentence():
    page = f"{STORY}\nAssessing The Long Strike\n{STORY[:-1]}, and trucks moved."
    assert kinds(page) == {"Assessing The Long Strike": "heading"}


def test_sentences_that_only_look_like_furniture_stay():
    for sentence in (
        "By Monday the crews had left the quay, the office said.",
        "Share prices fell after the strike, and the port lost two contracts with its biggest customers.",
        "More than 40 trucks waited at the gate.",
        "The port did not immediately respond to a request for comment.",
        "Follow-up talks are planned for next week.",
        "Source protection was the judge's main concern, he said.",
        "Video of the collapse showed two ferries in flames.",
        "Updated figures from the port show 40 trucks waiting.",
        "Watching the quay, the minister said nothing.",
        "Related charges were dropped in May, the court said.",
        "Comments by the minister angered the union.",
        "Read in full, the accord says nothing of troops.",
        "Images released by the navy showed the ferry on its side.",
    ):
        page = f"{STORY}\n{sentence}\n{STORY[:-1]}, and trucks moved."
        assert sentence not in kinds(page), sentence


def test_a_chronology_keeps_its_dates():
    page = f"March 26, 2024\nFerry back\n{STORY}\nMarch 27, 2024\n{STORY[:-1]}, too.\nMarch 28, 2024\nNobody came."
    assert list(kinds(page)) == ["March 26, 2024"]


def test_the_first_day_of_a_chronology_is_not_the_page_s_own():
    page = f"Ferry back\nMarch 26, 2024\n{STORY}\nMarch 27, 2024\n{STORY[:-1]}, too.\nMarch 28, 2024\nNobody came."
    assert kinds(page) == {}


def test_a_date_alone_below_the_article_is_the_page_s_own():
    page = f"Ferry back\n{STORY}\n{STORY[:-1]}, too.\nTuesday, March 26, 2024"
    assert kinds(page) == {"Tuesday, March 26, 2024": "date-line"}


@given(st.text(max_size=300))
def test_any_text_gives_spans_in_order_that_never_overlap(text):
    noise, headline = find_noise(text)
    ends = [0]
    for n in noise:
        assert ends[-1] <= n.start < n.end <= len(text)
        ends.append(n.end)
    if headline:
        assert 0 <= headline[0] < headline[1] <= len(text)


LINES = [
    "By Ana Reis",
    "Home | World | Sport",
    "Recent Stories",
    "a" * 300,
    "(" * 200,
    "Photo by " + "x " * 80,
    STORY,
    "",
    "•",
]


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_piles_of_furniture_never_overlap_either(lines):
    text = "\n".join(lines)
    noise, _ = find_noise(text)
    assert all(a.end <= b.start for a, b in pairwise(noise))


def kept(page: str) -> list[str]:
    noise, _ = find_noise(page)
    whole = {(n.start, n.end) for n in noise}
    out, at = [], 0
    for line in page.split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip() and (start, start + len(line.strip())) not in whole:
            out.append(line.strip())
        at += len(line) + 1
    return out


def test_a_broadcasters_page_with_menus_labels_and_captions():
    page = f"""Harbour News homepage
Skip to content
Your account
Ferry strike: what we know so far
Published
28 July 2023
Share
close panel
Share page
About sharing
Image source, Picturehouse
Image caption,
Crews read the accord aloud on the quay
By Ana Reis
{STORY}
The owners said they would hire twelve men.
More on this story
Crews vote to strike
Published
26 July
The Harbour News is not responsible for the content of external sites."""
    assert kept(page) == ["Ferry strike: what we know so far", STORY, "The owners said they would hire twelve men."]


def test_an_agencys_page_with_numbered_pictures_and_credits():
    page = f"""Ferry crews end their strike - Harbourwire
World
Ferry crews end their strike
By Ana Reis and Tom Hale
August 14, 2023 3:25 PM GMT+2 Updated 7 months ago
[1/3]Crews leave the hall in Tolna, August 11, 2023. HARBOURWIRE/Tom Hale Acquire Licensing Rights
TOLNA, Aug 14 (Reuters) - {STORY}
Summary
Companies
Trucks moved at noon.
(Reporting by Ana Reis; Editing by Tom Hale)
Our Standards: The Harbourwire Trust Principles."""
    assert kept(page)[0] == "Ferry crews end their strike - Harbourwire"
    assert kept(page)[1:] == [f"TOLNA, Aug 14 (Reuters) - {STORY}", "Trucks moved at noon."]


def test_a_blog_with_lists_on_every_side():
    page = f"""Home » News » Africa
Owners plan a second ferry
Posted on October 2, 2023 by admin
5 min read
Listen to this story
TOLNA — {STORY}
Also Read: Cranes arrive at the quay
The Tolna Journal first reported the plan.
READ ALSO
How the strike began
Five things to know
ADVERTISEMENT
Owners declined to comment.
Tags: Tolna, ferry, strike
Previous Post
Gold price rises
Next Post
Minister resigns
About the author
Related Posts
Cranes arrive
Leave a Reply Cancel reply
Your email address will not be published. Required fields are marked *
Name *"""
    body = ["Owners plan a second ferry", f"TOLNA — {STORY}", "The Tolna Journal first reported the plan."]
    assert kept(page) == [*body, "Owners declined to comment."]


def test_lines_that_announce_speech_are_no_headings():
    page = f"{STORY}\nThe governor added:\n“We are glad,” and left.\n{STORY[:-1]}, too."
    assert "The governor added:" in kept(page)


def test_a_credit_glued_to_a_sentence_leaves_the_sentence():
    page = f"Photograph: Tom Hale/AP {STORY}\nTrucks moved at noon, and the gate was open by one."
    assert kinds(page) == {"Photograph: Tom Hale/AP": "credit"}


def test_the_word_comments_in_the_middle_of_a_long_page_hides_nothing():
    page = f"{STORY}\nComments\n" + "\n".join(f"{STORY[:-1]}, for the {n}th time." for n in range(20))
    assert list(kinds(page)) == ["Comments"]


def test_a_person_before_a_dash_is_no_place():
    for line in ("Esther Williams - the swimmer - was born here in 1921.", "CHARGED WITH MURDER: a sailor of Tolna."):
        assert kinds(f"{line}\n{STORY}") == {}


@pytest.mark.parametrize("row", table("noise"), ids=lambda row: f"{row['kind']}: {row['example'][:40]}")
def test_every_rule_finds_its_own_example(row):
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    how = {"line": pattern.fullmatch, "opens": pattern.fullmatch, "next": pattern.fullmatch, "tail": pattern.fullmatch}
    assert how.get(row["how"], pattern.search if row["how"] == "inside" else pattern.match)(row["example"])
    page = f"Ferry back in service\n{STORY}\n{row['example']}\n{STORY[:-1]}, too."
    assert any(page.index(row["example"]) <= n.start for n in find_noise(page)[0]), "the page keeps it"


def test_markdown_signs_are_furniture_and_their_words_are_not():
    fields = "---\ntitle: Ferry back\ndate: 2024-03-05\n---"
    page = f"{fields}\n# Ferry back in service\n\n{STORY}\n\n## What comes next\n\n{STORY[:-1]}, too."
    _, headline = find_noise(page)
    assert headline is not None and page[slice(*headline)] == "Ferry back in service"
    assert kinds(page)["date: 2024-03-05"] == "date-line" and kinds(page)["What comes next"] == "heading"


def test_rows_of_a_table_are_no_menu():
    assert kinds(f"{STORY}\nTolna | 12 | 40\nHome | World | Sport\n{STORY[:-1]}, too.") == {
        "Home | World | Sport": "navigation"
    }


def test_a_release_sent_by_mail_keeps_its_words():
    head = "From: Port Office <press@port.example>\nSent: Tuesday, March 5, 2024 10:00 AM"
    page = f"{head}\nFerries sail again\nFOR IMMEDIATE RELEASE\n{STORY}"
    assert STORY not in kinds(page) and len(kinds(page)) >= 3


def test_a_dateline_glued_to_the_headline_before_it_is_no_part_of_the_story():
    head = "Ferry back in service after a week of strike, says the port office of Karu"
    page = f"{head} ZURICH, May 10 (Harbour Wire) - {STORY}\n\nThe crew had asked for more pay."
    assert kinds(page)["ZURICH, May 10 (Harbour Wire) - "] == "date-line"
