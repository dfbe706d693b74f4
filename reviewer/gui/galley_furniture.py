"""Which page furniture a galley veils, and which it prints dark again: what was found, after the editor's switches."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.model.document import Block, Document
from reviewer.model.geometry import Span
from reviewer.model.review import Review


@dataclass(frozen=True)
class ShownFurniture:
    """Stretches of text in code points, in text order.

    `veiled` is furniture printed like the story: all of it on a stranger's pages, and on ours what the editor made
    furniture. `restored` is story that we had printed in grey before the editor said that it is none.
    """

    veiled: tuple[Span, ...] = ()
    restored: tuple[Span, ...] = ()

    @classmethod
    def of(cls, document: Document | None, switches: Mapping[int, bool]) -> "ShownFurniture":
        """Read it off a document; `switches` tell by the start of a block whether it is to count as furniture."""
        if document is None:
            return cls()

        def counts(block: Block) -> bool:
            return switches.get(block.start, block.furniture is not None)

        def is_grey(block: Block) -> bool:
            return document.typeset and block.furniture is not None

        return cls(
            veiled=tuple(block.span for block in document.blocks if counts(block) and not is_grey(block)),
            restored=tuple(block.span for block in document.blocks if is_grey(block) and not counts(block)),
        )


def switches_of(review: Review, document: str) -> dict[int, bool]:
    """Return the editor's switches for a document, by the start of the block in code points."""
    prefix = f"{document}:"
    switched = review.desk.furniture_switches.items()
    return {int(key.removeprefix(prefix)): wanted for key, wanted in switched if key.startswith(prefix)}
