from time import monotonic

import pytest

from reviewer.gui.calm_runs import calmed
from reviewer.gui.notice_words import SENTENCES, notice_sentence, sentences_to_say
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.source_strip import SourceStrip
from reviewer.model.claim import ClaimKind
from reviewer.model.document import Notice, NoticeCode
from reviewer.model.evidence import DifferenceKind, RunKind
from reviewer.model.finding import Rule
from reviewer.model.source import Grade, SourceKind
from reviewer.reviewing.edits import DescribeSource, RemoveSource
from reviewer.reviewing.session import Session
from tests.documents.plain_text import document_of
from tests.documents.review_builder import ReviewBuilder


@pytest.fixture
def builder():
    made = ReviewBuilder("Head\n\nThe fare is £72.\n")
    for name in ("statement-of-the-line.pdf", "mail & more.eml", "earlier-story.docx"):
        made.source(name, f"{name}\n\nThe fare is £27.\n")
    return made


@pytest.fixture
def strip(builder, qtbot):
    made = SourceStrip(SessionBridge(Session(None, builder.build())))
    qtbot.addWidget(made)
    made.show()
    return made


def texts(strip):
    return [strip.tabs.tabText(at).replace("&&", "&") for at in range(strip.tabs.count())]


def test_with_room_every_source_is_named(strip):
    strip.resize(1200, 40)
    assert texts(strip) == ["S1 statement-of-the-line.pdf", "S2 mail & more.eml", "S3 earlier-story.docx"]


def test_without_room_only_the_one_shown_is_named(strip):
    strip.resize(560, 40)
    assert texts(strip) == ["S1 statement-of-the-line.pdf", "S2", "S3"]
    strip.step(1)
    assert texts(strip) == ["S1", "S2 mail & more.eml", "S3"]


def test_a_name_that_is_too_long_is_cut_in_its_middle(strip):
    strip.resize(430, 40)
    assert "…" in texts(strip)[0]


def test_stepping_goes_round(strip):
    first = strip.current
    strip.step(-1)
    assert texts(strip)[2].startswith("S3")
    strip.step(1)
    assert strip.current == first


def test_a_removed_source_leaves_and_the_one_shown_stays(strip):
    strip.step(1)
    shown = strip.current
    bridge = strip._bridge
    bridge.apply(RemoveSource(bridge.review.sources[0].id))
    assert strip.current == shown
    assert len(texts(strip)) == 2


def test_the_grade_of_the_source_shown_stands_in_the_strip(strip):
    strip._bridge.apply(DescribeSource(strip.current, SourceKind.PRESS_RELEASE, Grade.PRESS_RELEASE))
    strip.show_place("p 1 / 2")
    assert strip._grade.text() == "press release · p 1 / 2"


def test_more_sources_than_fit_are_listed_by_name_in_a_menu(qtbot):
    made = ReviewBuilder("Head\n\nThe fare is £72.\n")
    for number in range(40):
        made.source(f"letter-{number}.txt", f"Letter {number}\n")
    strip = SourceStrip(SessionBridge(Session(None, made.build())))
    qtbot.addWidget(strip)
    strip.resize(500, 40)
    strip.show()
    assert texts(strip)[0] == "S1 letter-0.txt" and texts(strip)[1] == "S2"
    menu = strip.list_menu()
    actions = menu.actions()
    assert actions[39].text() == "S40  letter-39.txt" and actions[0].isChecked()
    actions[39].trigger()
    assert strip.current == made.build().sources[39].id


def test_going_through_many_sources_does_not_hold_up_the_window(qtbot):
    made = ReviewBuilder("Head\n\nThe fare is £72.\n")
    for number in range(64):
        made.source(f"letter-{number}.txt", f"Letter {number}\n")
    strip = SourceStrip(SessionBridge(Session(None, made.build())))
    qtbot.addWidget(strip)
    strip.resize(500, 40)
    strip.show()
    begun = monotonic()
    for page in range(20):
        strip.step(1)
        strip.show_place(f"p {page} / 20")
    assert monotonic() - begun < 2


def test_every_notice_has_a_sentence():
    assert set(SENTENCES) == set(NoticeCode)


def test_a_notice_names_the_file_and_what_it_is_about():
    document = document_of("words", "mail.eml")
    notice = Notice(NoticeCode.ATTACHMENT_NOT_READ, {"name": "logo.psd", "reason": "x"})
    assert notice_sentence(document, notice) == "An attachment of mail.eml was not read: logo.psd."


def test_only_what_must_be_seen_is_said_at_once():
    document = document_of("words", "story.docx")
    document = type(document)(
        **{field: getattr(document, field) for field in document.__struct_fields__ if field != "notices"},
        notices=(Notice(NoticeCode.COMMENTS, {"count": "2"}), Notice(NoticeCode.REPAIRED)),
    )
    assert sentences_to_say(document) == ["story.docx was damaged; what is shown is a repaired copy."]


def evidence_of(rule, differences=(), supports=True):
    builder = ReviewBuilder("Head\n\nThe boats come back.\n")
    source = builder.source("s.txt", "Head\n\nSailings will resume.\n")
    claim = builder.claim("The boats come back.", ClaimKind.ASSERTION)
    builder.found(claim, source, "Sailings will resume.", rule, differences, supports=supports)
    return builder.evidence[claim.id][0]


def test_a_fair_paraphrase_shows_no_alarm():
    kinds = {run.kind for run in calmed(evidence_of(Rule.PARAPHRASE_OK)).runs}
    assert kinds <= {RunKind.EQUAL, RunKind.HARMLESS}


def test_a_difference_that_matters_keeps_its_runs():
    evidence = evidence_of(Rule.ALTERED_QUOTE, [(DifferenceKind.WORD_CHANGED, "back", "resume")])
    assert calmed(evidence) is evidence


def test_against_a_passage_that_is_only_the_nearest_there_is_no_comparison():
    assert calmed(evidence_of(Rule.UNSUPPORTED, supports=False)).runs == ()
