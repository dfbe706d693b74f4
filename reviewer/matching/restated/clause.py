"""What a clause says of its words, and how surely."""

import msgspec

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import keys_of
from reviewer.matching.restated.operators import FACT

HEAD, PLAIN, SIDE = 2.0, 1.0, 0.5
"""What a word counts that a denial governs itself, that stands with it, and that stands before it."""


class Weakening(msgspec.Struct, frozen=True):
    """Words of a clause (`hope to`, `whether`) that make it less sure, and how sure they leave it."""

    grade: int
    item: Item


class Word(msgspec.Struct, frozen=True):
    """A word of a clause: whether it stands denied, how much that counts, and what makes the clause less sure of it.

    `is_operator` says that it weakens or denies other words itself.
    """

    item: Item
    denied: bool = False
    weight: float = PLAIN
    weakened: tuple[Weakening, ...] = ()
    follows_verb: bool = False
    is_operator: bool = False

    @property
    def grade(self) -> int:
        """Return how sure the clause is of it."""
        return min((one.grade for one in self.weakened), default=FACT)


class Clause(msgspec.Struct, frozen=True):
    """A clause with the words that say something; `marker` is the word that opens it (`if`, `because`)."""

    words: tuple[Word, ...]
    items: tuple[Item, ...]
    marker: str = ""
    is_asked: bool = False
    is_past: bool = False
    denies: bool = False
    weakened: tuple[Weakening, ...] = ()
    sentence: int = 0
    is_answer: bool = False
    is_limited: bool = False
    rebuts: bool = False
    is_now: bool | None = None
    recalled: frozenset[str] = frozenset()

    def keys(self) -> frozenset[str]:
        """Return what its words and values have in common with others that say the same."""
        values = {f"value:{item.form}" for item in self.items if item.kind is not ItemKind.WORD}
        return frozenset().union(*(keys_of(word.item) for word in self.words)) | values
