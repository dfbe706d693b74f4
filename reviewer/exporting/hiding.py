"""Takes marked words out of strings that are no document's text: notes, corrections, names, values of findings."""

import re
from collections.abc import Mapping, Sequence

from reviewer.exporting.blocks import BLOCK, label_for
from reviewer.text.needles import Needles
from reviewer.text.needles_folding import Folded

_CHUNK = re.compile(r"\S+")
_ADDRESS_SIGNS = re.compile(r"@|://|www\.|%[0-9a-fA-F]{2}")
_ONLY_SPACE = re.compile(r"[ \t\u00a0]*")
_TELLING_IN_A_NAME = 4


class Hider:
    """Puts a label for every place of any term, however it is spelt."""

    def __init__(self, terms: Sequence[str], reasons: Mapping[str, str]) -> None:
        self._needles = Needles(terms)
        self._reasons = reasons
        self._letters = [letters for term in terms if len(letters := Folded(term).letters) >= _TELLING_IN_A_NAME]
        self._hidden: dict[str, str] = {}

    def is_clean(self, text: str) -> bool:
        """Return whether a text holds none of the terms."""
        return not self._needles.find(text)

    def hide(self, text: str) -> str:
        """Return a text with labels for the terms in it; an address that holds one goes as a whole."""
        if text not in self._hidden:
            self._hidden[text] = self._without_terms(self._without_addresses(text))
        return self._hidden[text]

    def hide_name(self, name: str) -> str:
        """Return a file's or review's name without the terms, be they inside a longer word: then all of it goes."""
        letters = Folded(name).letters
        if any(term in letters for term in self._letters):
            ending = re.search(r"\.[A-Za-z0-9]{1,5}$", name)
            kept = ending.group() if ending and self.is_clean(ending.group()) else ""
            return BLOCK + kept
        return _bare(self.hide(name))

    def _without_addresses(self, text: str) -> str:
        if not _ADDRESS_SIGNS.search(text):
            return text
        return _CHUNK.sub(
            lambda chunk: chunk[0] if self.is_clean(chunk[0]) or not _ADDRESS_SIGNS.search(chunk[0]) else BLOCK, text
        )

    def _without_terms(self, text: str) -> str:
        found: list[tuple[int, int, str]] = []
        for match in self._needles.find(text):
            start, end = match.span.start, match.span.end
            if found and (start < found[-1][1] or _ONLY_SPACE.fullmatch(text, found[-1][1], start)):
                found[-1] = (found[-1][0], max(found[-1][1], end), found[-1][2])
            else:
                found.append((start, end, self._reasons.get(match.term, "")))
        for start, end, reason in reversed(found):
            text = text[:start] + label_for(reason, self.is_clean) + text[end:]
        return text


def _bare(text: str) -> str:
    """Return a name with blocks instead of labels: brackets and reasons are no part of a file's name."""
    return re.sub(rf"{BLOCK} \[[^\]]*\]", BLOCK, text)
