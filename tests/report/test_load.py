"""Whatever a pile holds becomes reports, or one clear line that says why not."""

import gzip
import io
import json
import sys
import textwrap
from pathlib import Path

import pytest

from dateline.report.load import from_row, from_text, gather, load
from dateline.report.model import Report
from dateline.report.versions import in_order
from dateline.terms import Refusal

STORY = "The ferry sailed again on Monday after a week of strike, the port office said. Trucks moved at noon."
PAGE = f"""<html lang="en"><head><title>Ferry back | Harbour News</title>
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry back", "dateModified": "2024-03-06",
"publisher": {{"name": "Harbour News"}}, "author": [{{"name": "Ana Reis"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Ferry back</h1>
<p>{STORY}</p><p>Its crew of twelve had asked for higher pay since January, and the owners agreed on Sunday night.</p>
<p>The next sailing is planned for Wednesday, when the second ferry comes back from repair.</p></article>
<footer>All rights reserved</footer></body></html>"""


def read(path: Path) -> list[Report | Refusal]:
    return [r for file, name in gather([path]) for r in load(file, name)]


def one(path: Path) -> Report:
    (report,) = read(path)
    assert isinstance(report, Report), report
    return report


def refused(path: Path) -> str:
    (refusal,) = read(path)
    assert isinstance(refusal, Refusal)
    return str(refusal)


def test_a_text_file_is_kept_character_for_character(tmp_path):
    text = f"  Ferry back\n\n{STORY}\t\n"
    (tmp_path / "ferry.txt").write_text(text)
    report = one(tmp_path / "ferry.txt")
    assert (report.id, report.text, report.file) == ("ferry", text, str(tmp_path / "ferry.txt"))


def test_byte_order_marks_and_line_ends_of_other_systems_are_normal_ones(tmp_path):
    (tmp_path / "ferry.txt").write_bytes(b"\xef\xbb\xbfFerry back\r\n" + STORY.encode())
    assert one(tmp_path / "ferry.txt").text == f"Ferry back\n{STORY}"


def test_another_encoding_is_found_and_named(tmp_path):
    (tmp_path / "bac.txt").write_bytes("The café on the quay was closed, the owner said to the port.".encode("cp1252"))
    report = one(tmp_path / "bac.txt")
    assert "café" in report.text and "read as cp1252" in report.notes


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is binary"),
        ("bytes.txt", bytes(range(256)) * 3, "is binary"),
        ("menu.html", b"<html><body><nav>Home World</nav></body></html>", "no article"),
        ("none.html", b"<!-- -->", "no article"),
        ("rows.json", b'{"text": "A ferry sai', "broken JSON"),
        ("deep.json", b"[" * 200_000, "nested too deeply"),
        ("table.csv", b"id,title\n1,Ferry\n", 'no column "text"'),
        ("table.tsv", b"text\tid\n", "no rows"),
        ("paper.pdf", b"%PDF-1.4 nothing else", "PDF cannot be read"),
        ("feed.xml", b"<note><to>Ana</to></note>", "no feed"),
        ("bomb.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><rss/>', "declares entities"),
        ("web.warc", b"not an archive", "archive"),
        ("rows.jsonl", b"\n\n", "is empty"),
    ],
)
def test_what_holds_no_report_is_refused_in_one_line_with_a_next_step(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    line = refused(tmp_path / name)
    assert reason in line and name in line and "\n" not in line


def test_a_missing_file_is_named(tmp_path):
    assert "no such file" in refused(tmp_path / "gone.txt")


def test_a_broken_line_does_not_stop_the_others(tmp_path):
    rows = [
        json.dumps({"id": "a", "text": STORY}),
        '{"text": ',
        json.dumps({"title": "no words"}),
        json.dumps({"id": "b", "text": STORY}),
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    got = read(tmp_path / "rows.jsonl")
    assert [r.id for r in got if isinstance(r, Report)] == ["a", "b"]
    assert [r.source.rsplit(":", 1)[1] for r in got if isinstance(r, Refusal)] == ["2", "3"]


def test_a_row_with_an_impossible_date_is_read_without_it_and_named(tmp_path):
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "a", "text": STORY, "published": "2024-13-45"}))
    report, refusal = read(tmp_path / "rows.jsonl")
    assert isinstance(report, Report) and report.published.edtf is None and report.published_stated == "2024-13-45"
    assert "2024-13-45" in str(refusal) and "rows.jsonl:1" in str(refusal)


def test_rows_without_an_id_are_named_by_their_words_not_their_place(tmp_path):
    lines = [json.dumps({"text": f"{STORY} {n}"}) for n in range(3)]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines))
    first = {r.id for r in read(tmp_path / "rows.jsonl") if isinstance(r, Report)}
    (tmp_path / "rows.jsonl").write_text("\n".join(reversed(lines)))
    assert {r.id for r in read(tmp_path / "rows.jsonl") if isinstance(r, Report)} == first
    assert all(id.startswith("rows#") for id in first) and len(first) == 3


def test_unknown_columns_are_kept(tmp_path):
    (tmp_path / "t.csv").write_text('id;text;Desk;published\n1;"A ferry; it sailed on Monday.";foreign;2024-03\n')
    report = one(tmp_path / "t.csv")
    assert (report.id, report.text, report.extra) == ("1", "A ferry; it sailed on Monday.", {"desk": "foreign"})
    assert report.published.edtf == "2024-03"


def test_a_web_page_gives_its_article_and_the_dates_of_its_markup(tmp_path):
    (tmp_path / "ferry.html").write_text(PAGE)
    report = one(tmp_path / "ferry.html")
    assert report.text.startswith(f"Ferry back\n{STORY}") and "World" not in report.text
    assert (report.published.edtf, report.updated and report.updated.edtf) == ("2024-03-05", "2024-03-06")
    assert (report.publisher, report.byline, report.title, report.id) == (
        "Harbour News",
        "Ana Reis",
        "Ferry back",
        "ferry",
    )


def test_a_page_of_an_old_kind_gives_its_visible_words(tmp_path):
    page = f"""<html><body><table><tr><td><a href=1>Home</a> | <a href=2>News</a></td></tr><tr><td><b>Ferry back in
    service</b><br><i>Tolna, 5 March 2024</i><br><br>{STORY}<br>Its crew had asked for more.</td></tr></table>"""
    (tmp_path / "ferry.htm").write_text(page)
    report = one(tmp_path / "ferry.htm")
    assert report.published.edtf == "2024-03-05" and report.title == "Ferry back in service"
    assert STORY in report.text.splitlines()


def test_times_on_a_page_are_published_or_updated_by_their_names(tmp_path):
    times = (
        '<span class="posted-on"><time class="entry-date published" datetime="2024-03-05T08:00:00+00:00"></time>'
        '<time class="updated" datetime="2024-03-07"></time></span>'
    )
    (tmp_path / "ferry.html").write_text(f"<article><h1>Ferry back</h1>{times}<p>{STORY}</p></article>")
    report = one(tmp_path / "ferry.html")
    assert (report.published.edtf, report.updated and report.updated.edtf) == ("2024-03-05", "2024-03-07")


def test_a_page_that_was_not_found_is_no_report(tmp_path):
    words = "The page you asked for could not be found on this server. Please check the address and try again."
    (tmp_path / "gone.html").write_text(f"<title>404 Not Found</title><body><p>{words}</p>")
    assert "no article" in refused(tmp_path / "gone.html")


def test_an_archive_gives_its_pages_with_their_addresses(tmp_path):
    body = PAGE.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-07-01T00:00:00Z\r\n"
        "WARC-Target-URI: https://harbour.example/ferry\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode()
    (tmp_path / "web.warc.gz").write_bytes(gzip.compress(head + http + b"\r\n\r\n"))
    report = one(tmp_path / "web.warc.gz")
    assert report.url == "https://harbour.example/ferry" and report.published.edtf == "2024-03-05"
    assert report.id.startswith("web#")


def test_a_feed_gives_its_entries(tmp_path):
    (tmp_path / "feed.rss").write_text(
        f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title><item><title>Ferry back</title>
        <link>https://harbour.example/ferry</link><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate>
        <description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>"""
    )
    report = one(tmp_path / "feed.rss")
    assert (report.text, report.published.edtf, report.publisher) == (
        f"Ferry back\n{STORY}",
        "2024-03-05",
        "Harbour News",
    )


def test_parquet_without_its_package_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)  # as if it were not installed
    (tmp_path / "rows.parquet").write_bytes(b"PAR1")
    assert "pip install pyarrow" in refused(tmp_path / "rows.parquet")


def test_stems_that_collide_get_their_relative_path(tmp_path):
    for name in ("a/ferry.txt", "b/ferry.txt", "b/talks.txt", "b/.hidden.txt", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert [name for _, name in gather([tmp_path])] == ["a/ferry.txt", "b/ferry.txt", "talks"]


def test_a_record_that_lies_among_its_reports_is_none_of_them(tmp_path):
    for name in ("ferry.txt", "karo.dateline", "karo.dateline-journal"):
        (tmp_path / name).write_text(STORY)
    assert [name for _, name in gather([tmp_path])] == ["ferry"]


def test_a_file_given_twice_is_read_once(tmp_path):
    (tmp_path / "ferry.txt").write_text(STORY)
    assert len(gather([tmp_path, tmp_path / "ferry.txt"])) == 1


def test_a_language_not_read_yet_is_kept_and_marked():
    report = from_text(
        "Le bac a repris la mer lundi matin après une semaine de grève, a dit le port de la ville.", id="x"
    )
    assert report.language == "fr" and "not read yet" in report.notes[-1]


def test_half_characters_do_not_stop_a_row():
    report = from_row({"text": "A ferry \ud800 sailed."}, "rows.jsonl:1")
    assert isinstance(report, Report) and report.text == "A ferry \ufffd sailed."


def test_versions_stand_in_order_of_date_whatever_order_they_came_in():
    old = from_text("The ferry sailed on Monday.", id="h", published="2024-03-04")
    new = from_text("The ferry sailed on Tuesday.", id="h", published="2024-03-05")
    assert in_order([new, old]) == in_order([old, new, old]) == (old, new)


def test_a_pdf_gives_its_paragraphs(tmp_path):
    stream = b"BT /F1 12 Tf 72 720 Td (The ferry sailed again on Monday, the port) Tj 0 -14 Td (office said.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for n, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, body))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    (tmp_path / "ferry.pdf").write_bytes(out.getvalue())
    assert one(tmp_path / "ferry.pdf").text == "The ferry sailed again on Monday, the port office said."


def test_text_broken_at_a_width_is_joined_without_moving_a_character(tmp_path):
    lines = textwrap.wrap(f"{STORY} " * 4, 60)
    text = "\n".join(["Ferry back in service", "", *lines, "", "Read also: Cranes arrive at the quay in May"])
    (tmp_path / "mail.txt").write_text(text)
    report = one(tmp_path / "mail.txt")
    assert len(report.text) == len(text) and "again on Monday after a week of strike, the port" in report.text
    assert report.text.startswith("Ferry back in service\n\n") and "\n\nRead also" in report.text
