"""A review is exported, and its review.json makes the same review again from the same files."""

import json

import msgspec
import pytest

from reviewer import import_workflow
from reviewer.exporting.data import review_json
from reviewer.isolation.in_process import InProcess
from reviewer.model.anchor import anchor_at
from reviewer.model.evidence import Evidence
from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, NoteKind, Signature
from reviewer.reviewing.edits import (
    DescribeReview,
    DescribeSource,
    DismissClaim,
    GiveVerdict,
    LinkPassage,
    ReadSecond,
    WriteCorrection,
    WriteNote,
)
from reviewer.reviewing.session import Session
from reviewer.worker import Worker
from reviewer.workflow import review_files
from tests.documents.review_builder import options

ARTICLE = """Ferry fares to rise

The fare will rise to £72 in May, Nordvik Lines said on Monday.

"We held out as long as we could," said Berit Aas, its chief executive.

The boat never sails on Sundays.
"""
RELEASE = """NORDVIK LINES

The fare will rise to £27 in May, Nordvik Lines announced.

"We held out as long as we could," said Berit Aas, chief executive of Nordvik Lines.
"""
CHECKER = Signature("CP", "Carys Pell", "2026-01-05T09:00:00+00:00")
SECOND = Signature("IH", "Ines Holt", "2026-01-05T10:00:00+00:00")
IMPORTER = Signature("TO", "Tove Orr", "2026-01-06T08:00:00+00:00")


@pytest.fixture
def asker():
    return InProcess(Worker().handle)


@pytest.fixture
def files(tmp_path):
    article, release = tmp_path / "article.txt", tmp_path / "release.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    release.write_text(RELEASE, encoding="utf-8")
    return article, release


@pytest.fixture
def reviewed(asker, files):
    """A review in which everything was done that can be done to a claim."""
    session = Session()
    review = review_files(asker, session, files[0], files[1:])
    first, second, last = review.claims[0], review.claims[1], review.claims[-1]
    source = review.sources[0]
    session.apply(DescribeReview("ferry-fares", 2, "Transport", "Petra Lind"))
    session.apply(DescribeSource(source.id, SourceKind.PRESS_RELEASE, Grade.PRIMARY, "by mail"))
    session.apply(GiveVerdict(first.id, Decision.FIX, CHECKER))
    session.apply(WriteCorrection(first.id, "The fare will rise to £27 in May", CHECKER))
    session.apply(WriteNote(first.id, NoteKind.DESK, "the release says 27", CHECKER))
    session.apply(GiveVerdict(second.id, Decision.VERIFIED, CHECKER))
    session.apply(ReadSecond(second.id, SECOND))
    passage = Evidence(second.id, anchor_at(source, Span(0, 13)), 1.0, supports=True)
    session.apply(LinkPassage(second.id, passage))
    session.apply(DismissClaim(last.id))
    return session.review


def write(path, review):
    path.write_bytes(review_json(review, options()))
    return path


def imported(asker, path, files):
    session = Session()
    exported = import_workflow.read_exported(asker, path)
    account = import_workflow.import_review(asker, session, exported, files[0], files[1:], IMPORTER)
    return session.review, account


def test_the_same_review_comes_back(asker, files, reviewed, tmp_path):
    again, account = imported(asker, write(tmp_path / "review.json", reviewed), files)
    assert msgspec.structs.replace(again.desk, taken_over=()) == reviewed.desk
    assert (again.claims, again.numbers) == (reviewed.claims, reviewed.numbers)
    assert (again.evidence, again.findings) == (reviewed.evidence, reviewed.findings)
    assert account.verdicts == 2


def test_its_review_json_says_the_same_but_for_where_it_came_from(asker, files, reviewed, tmp_path):
    path = write(tmp_path / "review.json", reviewed)
    again, _ = imported(asker, path, files)
    before, after = json.loads(path.read_bytes()), json.loads(review_json(again, options()))
    (origin,) = after.pop("reviewer:taken_over")
    assert (origin["name"], origin["by"]["initials"]) == ("review.json", "TO")
    for data in (before, after):
        data.pop("reviewer:revision")
    before.pop("reviewer:taken_over")
    for item in (*before["first"]["items"], *after["first"]["items"]):
        item.pop("reviewer:carried")
    assert after == before


def test_a_review_without_its_source_names_what_is_absent(asker, files, reviewed, tmp_path):
    again, account = imported(asker, write(tmp_path / "review.json", reviewed), files[:1])
    assert account.absent == ("release.txt",)
    assert len(again.desk.verdicts) == 2


def test_a_file_changed_by_one_letter_is_another_article(asker, files, reviewed, tmp_path):
    path = write(tmp_path / "review.json", reviewed)
    files[0].write_text(ARTICLE.replace("72", "71"), encoding="utf-8")
    with pytest.raises(ReviewerError) as caught:
        imported(asker, path, files)
    assert caught.value.problem.code is ProblemCode.ANOTHER_ARTICLE


def test_forged_findings_are_not_believed(asker, files, reviewed, tmp_path):
    data = json.loads(review_json(reviewed, options()))
    for item in data["first"]["items"]:
        record = item["reviewer:record"]
        record["findings"] = [{"claim": record["claim"]["id"], "rule": "verbatim"}]
    (tmp_path / "forged.json").write_text(json.dumps(data), encoding="utf-8")
    again, _ = imported(asker, tmp_path / "forged.json", files)
    assert again.findings == reviewed.findings


def test_a_review_json_is_known_by_what_it_says(files, reviewed, tmp_path):
    (tmp_path / "other.json").write_text('{"type": "Collection"}', encoding="utf-8")
    assert import_workflow.is_exported(write(tmp_path / "anything.json", reviewed))
    assert not import_workflow.is_exported(tmp_path / "other.json")
    assert not import_workflow.is_exported(tmp_path / "gone.json")
    assert not import_workflow.is_exported(files[0])
