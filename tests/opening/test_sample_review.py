import pytest

from reviewer.assets import resource
from reviewer.model.document import Document, NoticeCode
from reviewer.opening.open import open_file
from tests.documents import sample_texts as texts
from tests.documents.sample_review import FILES, build_sample, main


def shipped(name: str) -> list[Document]:
    return [opened.document for opened in open_file(name, resource("samples", name).read_bytes())]


def furniture(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.furniture]


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_files_hold_the_words_of_the_script(name):
    built = [opened.document.text for opened in open_file(name, build_sample()[name])]
    assert [document.text for document in shipped(name)] == built


def test_the_script_writes_the_same_bytes_each_time(tmp_path):
    assert main([str(tmp_path)]) == 0
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == build_sample()


def test_the_articles_furniture_is_marked_and_nothing_else():
    (article,) = shipped("article.html")
    assert furniture(article) == [
        texts.BROWSER_WARNING,
        "Home World Money",
        texts.BYLINE,
        texts.PUBLISHED,
        texts.CAPTION,
        texts.RELATED[0],
        texts.RELATED[1],
        texts.NEWSLETTER,
        texts.FOOT,
    ]


def test_the_articles_headline_standfirst_and_date_are_found():
    (article,) = shipped("article.html")
    kinds = {block.kind.value: block.span.of(article.text) for block in article.blocks}
    assert (kinds["headline"], kinds["standfirst"]) == (texts.HEADLINE, texts.STANDFIRST)
    assert article.published == "2025-09-12"


def test_the_statement_reads_paragraph_by_paragraph():
    (statement,) = shipped("statement.pdf")
    story = [" ".join(block.span.of(statement.text).split()) for block in statement.blocks if not block.furniture]
    assert story[-len(texts.STATEMENT) :] == list(texts.STATEMENT)
    assert statement.published == "2025-09-11"


def test_the_mail_brings_its_note_along():
    mail, note = shipped("mail.eml")
    assert (note.name, note.parent, note.text) == (texts.NOTE_NAME, mail.id, texts.NOTE)
    assert mail.published == "2025-09-12"


def test_the_earlier_story_shows_its_changes_and_its_comment():
    (story,) = shipped("earlier-story.docx")
    codes = [notice.code for notice in story.notices]
    assert NoticeCode.TRACKED_CHANGES in codes and NoticeCode.COMMENTS in codes
    assert "a former schoolteacher of 44" in story.text
    assert story.published == "2025-07-14"
