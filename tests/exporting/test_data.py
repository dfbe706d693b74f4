"""review.json, claims.csv and manifest."""

import csv
import io
import json

import msgspec
import pytest

from reviewer.exporting.data import claims_csv, manifest, review_json
from reviewer.exporting.records import build_records
from reviewer.model.claim import Claim
from reviewer.model.packet import packet_file
from reviewer.model.verdict import Verdict
from tests.documents.review_builder import ReviewBuilder, options


@pytest.fixture(scope="module")
def collection(review):
    return json.loads(review_json(review, options()))


def rows(review):
    text = claims_csv(build_records(review)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_claim_is_a_web_annotation_with_both_selectors(collection, review):
    items = collection["first"]["items"]
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(items) == 18
    for item, claim in zip(items, review.claims, strict=True):
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert review.article.text[position["start"] : position["end"]] == quote["exact"] == claim.text


def test_the_passage_is_linked_with_label_and_locator(collection):
    linked = [body for body in collection["first"]["items"][2]["body"] if body["type"] == "SpecificResource"]
    assert linked[0]["reviewer:label"] == "S1"
    assert linked[0]["reviewer:locator"] == "p1 l5–6"


def test_creator_and_time_are_those_of_the_checker(collection):
    first = collection["first"]["items"][0]
    assert first["creator"] == {"type": "Person", "name": "Mara Dunmore", "nickname": "MD"}
    assert first["created"] == "2026-05-06T10:42:00+01:00"


def test_claim_and_verdict_can_be_read_back_from_the_record(collection, review):
    record = collection["first"]["items"][0]["reviewer:record"]
    assert msgspec.convert(record["claim"], Claim) == review.claims[0]
    assert msgspec.convert(record["verdict"], Verdict) == review.desk.verdicts[review.claims[0].id]


def test_the_words_of_a_redaction_mark_are_not_written():
    builder = ReviewBuilder("Headline\nCall Marlow Quist at home.\n")
    builder.mark(builder.article, "Marlow Quist")
    marks = json.loads(review_json(builder.build(), options()))["reviewer:marks"]
    assert marks[0]["target"]["start"] == 14
    assert "Quist" not in json.dumps(marks)


def test_the_table_has_one_row_a_claim_in_text_order(review):
    table = rows(review)
    assert [row["id"] for row in table] == [f"C{number:02d}" for number in range(1, 19)]
    assert table[2]["verdict"] == "Fix"
    assert table[2]["finding"] == "figure_changed"
    assert table[2]["source_locator"] == "p1 l5–6"
    assert table[2]["second_reader"] == "Orla Kestrel"


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless():
    builder = ReviewBuilder("Headline\n=1+1 is two.\n")
    builder.note(builder.claim("=1+1 is two."), "@SUM(A1)")
    row = rows(builder.build())[0]
    assert row["text"] == "'=1+1 is two."
    assert row["note"] == "'@SUM(A1)"


def test_the_manifest_is_what_sha256sum_reads():
    file = packet_file("a.txt", "text/plain", b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert manifest([file]) == f"{digest}  a.txt\n".encode()
