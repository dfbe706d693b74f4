"""A small review that has an article, a source and claims, for tests of what an editor does with them."""

from reviewer.model.analysis import Analysis, Depth
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.geometry import Span
from reviewer.model.request import OpenedDocument
from reviewer.model.verdict import Signature
from reviewer.reviewing.edits import SetArticle
from reviewer.reviewing.session import Session
from tests.documents.plain_text import document_of

EDITOR = Signature("CP", "Carys Pell", "2026-01-02T10:42:00+01:00")
SECOND = Signature("IH", "Ines Holt", "2026-01-02T11:20:00+01:00")

ARTICLE = "The fare is £72.\nThe boat sails at noon.\nNobody objected."


def opened(document, original=b"original", galley=b"%PDF-galley"):
    return OpenedDocument(document, original, galley)


def claim_on(document, words, kind=ClaimKind.FIGURE, **parts):
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Claim(claim_id(document.id, span), anchor_at(document, span), kind, **parts)


def analysis_of(document, *words):
    return Analysis(document.id, Depth.FULL, tuple(claim_on(document, one) for one in words))


def session_with_claims(journal=None, text=ARTICLE, name="article.txt"):
    """A session whose article has each of its lines as a claim."""
    session = Session(journal)
    article = document_of(text, name)
    session.receive_documents([opened(article)])
    session.apply(SetArticle(article.id))
    session.receive_analysis(analysis_of(article, *text.split("\n")))
    return session
