"""Many strings looked for in one walk over a text, by their first letters."""

from collections import defaultdict
from collections.abc import Sequence

_LONGEST_KEY = 4


class StartIndex:
    """Strings of two letters and more, by how they begin."""

    def __init__(self, strings: Sequence[str]) -> None:
        self._strings = tuple(strings)
        self._by_size: dict[int, dict[str, list[int]]] = {}
        for number, string in enumerate(self._strings):
            size = min(len(string), _LONGEST_KEY)
            self._by_size.setdefault(size, {}).setdefault(string[:size], []).append(number)

    def starts_in(self, text: str) -> dict[int, list[int]]:
        """Return where each string stands in a text, by its number from 0; others are left out.

        Places are offsets in code points, in order; places of one string may overlap.
        """
        found: dict[int, list[int]] = defaultdict(list)
        for size, numbers_of in self._by_size.items():
            for at in range(len(text) - size + 1):
                for number in numbers_of.get(text[at : at + size], ()):
                    if text.startswith(self._strings[number], at):
                        found[number].append(at)
        return dict(found)
