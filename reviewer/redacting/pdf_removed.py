"""The words that a proof has to look for after a PDF was redacted."""

from collections.abc import Sequence

from reviewer.model.redaction import RedactionHit, RedactionOrder
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_pages import MadePage

_LONGEST = 200


def removed_words(
    order: RedactionOrder, made: Sequence[MadePage], hits: Sequence[RedactionHit], finder: Finder
) -> tuple[str, ...]:
    """Return the order's terms, then what its patterns, expressions and areas took out.

    Words that a term already covers are left out; so are words of an area that somebody left standing elsewhere, in
    plain sight: only that area was ordered to go.
    """
    found: dict[str, None] = dict.fromkeys(order.terms)
    for page in made:
        for place in (*page.finds.places, *page.finds.unshown):
            found.setdefault(_one_line(place.words))
        for _, words in page.finds.pixels:
            found.setdefault(_one_line(words))
    for hit in hits:
        found.setdefault(_one_line(hit.text))
    standing = [text for page in made for text in page.standing]
    for page in made:
        for words in page.finds.words_in_areas:
            if len(words) > 1 and not any(words.casefold() in text.casefold() for text in standing):
                found.setdefault(words)
    only_terms = Finder(RedactionOrder(terms=order.terms))
    kept = [word for word in found if word in order.terms or (word and only_terms.is_clean(word))]
    del finder
    return tuple(word[:_LONGEST] for word in kept)


def _one_line(words: str) -> str:
    return " ".join(words.split())
