"""A review that differs from another one in nothing but some marked words, which are nonsense in it.

A packet has words of its own: "page", "claims", the months of its dates. When a marked word is one of them, finding it
in the packet says nothing. But when the packet of a review with another word in its place is the same, byte for byte,
then it cannot tell which of the two had been marked.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.document import Document
from reviewer.model.packet import PacketRedaction, TextCut
from reviewer.model.review import Review
from reviewer.text.needles import Needles
from reviewer.text.needles_folding import Folded

_Told = TypeVar("_Told", bound=msgspec.Struct)

_NONSENSE = "qxzj"
_MOMENTS = ("at", "made_at")


class Twins:
    """Makes the twins of one review and of what goes into a packet with it; the words have letters or digits."""

    def __init__(self, review: Review, cuts: Mapping[str, Sequence[TextCut]], words: Sequence[str]) -> None:
        self._needles = Needles(words)
        self._old = review.documents
        self._texts = {key: self._cut_swapped(one.text, cuts.get(key, ())) for key, one in review.documents.items()}
        self._new = {key: msgspec.structs.replace(one, text=self._texts[key]) for key, one in self._old.items()}
        self._wordings = {claim.text: self._anchor(claim.anchor).exact for claim in review.claims}
        """The claims by their old wording: verdicts remember it."""

    def swapped(self, text: str) -> str:
        """Return a text with nonsense of the same length and case for the words; endings stay."""
        pieces, at = [], 0
        for match in self._needles.find(text):
            if match.span.start >= at:
                letters = len(Folded(match.term).letters)
                pieces += [text[at : match.span.start], _nonsense(match.span.of(text), letters)]
                at = match.span.end
        return "".join((*pieces, text[at:]))

    def redaction(self, old: PacketRedaction) -> PacketRedaction:
        """Return the same cuts, and the terms with other words in them."""
        reasons = {self.swapped(term): reason for term, reason in old.reasons.items()}
        return PacketRedaction(old.cuts, tuple(map(self.swapped, old.terms)), reasons)

    def twin(self, told: _Told) -> _Told:
        """Return a review, or what else goes into a packet, with the words replaced wherever they are left out.

        In the texts of documents that is inside the cuts, elsewhere in every string.
        """
        made: _Told = self._value(told)
        return made

    def _value(self, value: Any, field: str = "") -> Any:  # noqa: ANN401 - any value of the model
        if type(value) is str:
            return value if field in _MOMENTS else self._wordings.get(value) or self.swapped(value)
        if isinstance(value, Anchor):
            return self._anchor(value)
        if isinstance(value, msgspec.Struct):
            return self._record(value)
        if isinstance(value, tuple | list):
            return type(value)(self._value(one, field) for one in value)
        if isinstance(value, Mapping):
            return {key: self._value(one) for key, one in value.items()}
        return value

    def _record(self, value: msgspec.Struct) -> msgspec.Struct:
        fields = {name: self._value(getattr(value, name), name) for name in value.__struct_fields__}
        if isinstance(value, Document):
            fields["text"] = self._texts.get(value.id, value.text)
        return type(value)(**fields)

    def _anchor(self, anchor: Anchor) -> Anchor:
        """Return an anchor to the same place in the twin's text, if it stands in one."""
        if anchor.exact == self._words(self._old, anchor):
            return anchor_at(self._new[anchor.document], anchor.span)
        return Anchor(*(self._value(getattr(anchor, name)) for name in anchor.__struct_fields__))

    def _words(self, documents: Mapping[str, Document], anchor: Anchor) -> str | None:
        return documents[anchor.document].text[anchor.start : anchor.end] if anchor.document in documents else None

    def _cut_swapped(self, text: str, cuts: Sequence[TextCut]) -> str:
        for cut in cuts:
            text = text[: cut.start] + self.swapped(text[cut.start : cut.end]) + text[cut.end :]
        return text


def _nonsense(words: str, letters: int) -> str:
    """Return words with other letters and digits, the first `letters` of them."""
    made: list[str] = []
    for character in words:
        if not character.isalnum() or letters <= 0:
            made.append(character)
            continue
        letters -= 1
        if character.isdecimal():
            made.append(str((int(character) + 3) % 10))
        else:
            other = next(one for one in _NONSENSE[letters % 3 :] if one != character.casefold())
            made.append(other.upper() if character.isupper() else other)
    return "".join(made)
