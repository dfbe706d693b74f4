"""What may have to be redacted: contact data, numbers that identify, people who must stay unnamed, embargoes."""

from collections.abc import Callable, Iterable

from reviewer.analysing.confidential import source_identity
from reviewer.analysing.private_people import private_people
from reviewer.model.analysis import Sensitive, SensitiveKind
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.embargo_lines import embargo_lines
from reviewer.text.sensitive_shapes import SHAPES, find_shape


def find_sensitive(document: Document) -> list[Sensitive]:
    """Return everything in a document that may have to be redacted, furniture included, in text order.

    Public or not: a person decides. Where two kinds claim the same stretch the more exact one is kept. Offsets are
    code points.
    """
    found: list[Sensitive] = []
    for finder in _FINDERS:
        for start, end, kind in finder(document.text):
            others = [one for one in found if Span(start, end).overlap(Span(one.start, one.end))]
            if (
                kind is SensitiveKind.SOURCE_IDENTITY
                and others
                and all(_is_number_inside(one, start, end) for one in others)
            ):
                found = [one for one in found if one not in others]
                others = []
            if end > start and not others:
                found.append(Sensitive(start, end, kind))
    return sorted(found, key=lambda one: one.start)


def _is_number_inside(one: Sensitive, start: int, end: int) -> bool:
    """Return whether a number is part of what gives a source away ("Mill Street, badge 2207"), which is kept whole."""
    return one.kind is SensitiveKind.ID_NUMBER and start <= one.start and one.end <= end


_Found = Iterable[tuple[int, int, SensitiveKind]]


def _shapes(text: str) -> _Found:
    for kind in SHAPES:
        yield from ((span.start, span.end, kind) for span in find_shape(kind, text))


def _embargoes(text: str) -> _Found:
    yield from ((line.start, line.end, SensitiveKind.EMBARGO) for line in embargo_lines(text))


_FINDERS: tuple[Callable[[str], _Found], ...] = (_shapes, _embargoes, source_identity, private_people)
