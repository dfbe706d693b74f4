import msgspec

from reviewer.gui.analysis_flow import MatchInput, Need, needed_analyses
from reviewer.model.analysis import Analysis, Depth
from reviewer.model.geometry import Span
from reviewer.model.review import Desk, Review
from reviewer.model.source import SourceEntry
from tests.documents.plain_text import document_of

ARTICLE = document_of("Head\n\nThe fare is £27.\n\nSign up for our letter.\n")
SOURCE = document_of("The fare is £27.\n", "statement.txt")
LONG = document_of("The fare is £27. " * 4_000, "register.txt")


def review(*sources, analyses=(), **desk):
    entries = tuple(SourceEntry(source.id, f"S{place}") for place, source in enumerate(sources, 1))
    return Review(
        desk=Desk(article=ARTICLE.id, sources=entries, **desk),
        documents={one.id: one for one in (ARTICLE, *sources)},
        analyses={one.document: one for one in analyses},
    )


def analysed(document, depth=Depth.FULL):
    return Analysis(document.id, depth)


def test_an_article_gets_its_first_pass_before_the_full_one():
    assert needed_analyses(review()) == [Need(ARTICLE.id, Depth.INSTANT)]
    first = analysed(ARTICLE, Depth.INSTANT)
    assert needed_analyses(review(analyses=[first])) == [Need(ARTICLE.id, Depth.FULL)]


def test_a_fully_analysed_review_needs_nothing():
    assert needed_analyses(review(SOURCE, analyses=[analysed(ARTICLE), analysed(SOURCE)])) == []


def test_a_source_is_analysed_once_and_a_long_one_not_in_full():
    needs = needed_analyses(review(SOURCE, LONG, analyses=[analysed(ARTICLE)]))
    assert needs == [Need(SOURCE.id, Depth.FULL), Need(LONG.id, Depth.WORDING)]


def test_switched_furniture_asks_for_the_article_again():
    start = ARTICLE.text.index("Sign up")
    switched = {f"{ARTICLE.id}:{start}": True}
    needs = needed_analyses(review(analyses=[analysed(ARTICLE)], furniture_switches=switched))
    assert needs == [Need(ARTICLE.id, Depth.FULL, (Span(start, start + 23),))]


def test_a_document_that_is_neither_article_nor_source_is_left_alone():
    made = review()
    stray = msgspec.structs.replace(made, documents={**made.documents, SOURCE.id: SOURCE})
    assert [need.document for need in needed_analyses(stray)] == [ARTICLE.id]


def test_matching_of_the_same_analyses_and_sources_need_not_be_done_again():
    made = review(SOURCE, analyses=[analysed(ARTICLE), analysed(SOURCE)])
    assert MatchInput.of(made).covers(MatchInput.of(msgspec.structs.replace(made, revision=9)))


def test_a_new_source_or_a_new_analysis_asks_for_matching_again():
    analyses = [analysed(ARTICLE), analysed(SOURCE)]
    before = MatchInput.of(review(SOURCE, analyses=analyses))
    assert not before.covers(MatchInput.of(review(SOURCE, LONG, analyses=[*analyses, analysed(LONG)])))
    assert not before.covers(MatchInput.of(review(SOURCE, analyses=[analysed(ARTICLE), analyses[1]])))
