import pytest

from reviewer.matching.folding import fold
from reviewer.matching.index import build_index
from reviewer.matching.lifted import lifted_shares
from reviewer.model.document import Block, BlockKind, Document, Furniture
from tests.matching.conftest import make_document

RELEASE = "The mill will bake twelve kinds of bread from spring. Its ovens are heated with straw from nearby farms."


def share(article, *sources):
    """Return the share of an article lifted from the first of some sources."""
    article = article if isinstance(article, Document) else make_document(article, "article.txt")
    documents = [make_document(text, f"{at}.txt") for at, text in enumerate(sources)]
    return lifted_shares(article, documents, build_index([fold(text) for text in sources]))[documents[0].id]


def test_an_article_copied_from_a_release_is_all_lifted():
    assert share(RELEASE, RELEASE) == 1.0


def test_half_of_an_article_may_be_lifted():
    own = "Neighbours fear smoke and lorries at every hour of night."
    assert share(f"The mill will bake twelve kinds of bread from spring. {own}", RELEASE) == pytest.approx(0.5)


def test_nothing_is_lifted_from_another_source():
    assert share(RELEASE, "The harbour was dug by hand.", RELEASE) == 0.0


def test_a_turn_of_phrase_is_not_lifted():
    assert share("Farmers say that its ovens are heated with oil.", RELEASE) == 0.0


def test_what_is_quoted_openly_is_not_lifted():
    article = f"The owner said: “{RELEASE}” Others doubt whether it will pay."
    assert share(article, RELEASE) == 0.0


def test_names_are_not_lifted():
    name = "the Upper Torley And District Mill Bread Straw Trust"
    assert share(f"It is run by {name} since May.", f"Contact {name} for more.") == 0.0


def test_furniture_is_not_counted():
    own = "Neighbours fear smoke and lorries at every hour of night."
    text = f"{RELEASE}\n\n{own}"
    end = len(RELEASE)
    blocks = (
        Block(0, end, BlockKind.PARAGRAPH, Furniture.CAPTION),
        Block(end + 2, len(text), BlockKind.PARAGRAPH),
    )
    article = Document("a" * 64, "article.txt", "text/plain", text, blocks, (), True)
    assert share(article, RELEASE) == 0.0


def test_an_article_without_words_of_its_own_has_nothing_lifted():
    assert share("“Nobody asked us.”", "Nobody asked us.") == 0.0
