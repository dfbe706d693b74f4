"""Sensitive data that its shape gives away: the one set of recognisers for suggestions, redaction and proof."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.text.needles_folding import IGNORABLE, without_invisible
from reviewer.text.sensitive_addresses import addresses
from reviewer.text.sensitive_births import births
from reviewer.text.sensitive_checked import ibans
from reviewer.text.sensitive_contacts import emails, phones
from reviewer.text.sensitive_numbers import id_numbers

SHAPES: Mapping[SensitiveKind, Callable[[str], Iterator[tuple[int, int]]]] = MappingProxyType(
    {
        SensitiveKind.EMAIL: emails,
        SensitiveKind.IBAN: ibans,
        SensitiveKind.DATE_OF_BIRTH: births,
        SensitiveKind.ID_NUMBER: id_numbers,
        SensitiveKind.PHONE: phones,
        SensitiveKind.ADDRESS: addresses,
    }
)
"""The kinds that a shape tells, the more exact ones first."""


def find_shape(kind: SensitiveKind, text: str) -> list[Span]:
    """Return the places of one kind of sensitive data in a text, in code points; they may overlap one another.

    Characters that show nothing are passed over. Kinds that no shape tells (private people, sources, embargoes) are
    found by the analysis, not here: none.
    """
    finder = SHAPES.get(kind)
    if finder is None:
        return []
    shown = without_invisible(text)
    found = [Span(start, end) for start, end in dict.fromkeys(finder(shown)) if end > start]
    if len(shown) == len(text) or not found:
        return found
    places = [at for at, character in enumerate(text) if character not in IGNORABLE]
    return [Span(places[span.start], places[span.end - 1] + 1) for span in found]
