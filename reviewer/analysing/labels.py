"""What the language model takes names to be."""

from collections.abc import Iterable, Sequence

from reviewer.analysing.entities import EntityKind
from reviewer.analysing.parse import Parse
from reviewer.model.geometry import Span
from reviewer.text.names import Name, is_office
from reviewer.text.wordlists import word_set

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "NORP": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}


def labels_of(parses: Iterable[Parse]) -> dict[Span, EntityKind]:
    """Return the kind of each named stretch."""
    return {span: _KINDS[label] for parse in parses for span, label in _stretches(parse) if label in _KINDS}


def more_names(text: str, parses: Iterable[Parse], known: Sequence[Name]) -> list[Name]:
    """Return the people and institutions that the model names where no capitals told so."""
    found: list[Name] = []
    for parse in parses:
        for span, label in _stretches(parse):
            printed = span.of(text)
            if label not in ("PERSON", "ORG", "GPE") or not printed[0].isupper() or not printed.isprintable():
                continue
            if printed.casefold() in word_set("text", "days") or is_office("", printed):
                continue
            if not any(span.overlap(name.span) for name in known):
                found.append(Name(span.start, span.end, "", printed))
    return found


def _stretches(parse: Parse) -> Iterable[tuple[Span, str]]:
    words = parse.words
    place = 0
    while place < len(words):
        label = words[place].entity
        last = place
        while label and last + 1 < len(words) and words[last + 1].entity == label:
            last += 1
        if label:
            first = place
            while first < last and words[first].tag in ("DT", "IN", "PRP$"):
                first += 1
            end = last - 1 if words[last].tag == "POS" and last > first else last
            yield Span(words[first].start, words[end].end), label
        place = last + 1
