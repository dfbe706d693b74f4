"""Claims that tell what somebody did not speak of: no passage contradicts them."""

from collections.abc import Sequence

from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item
from reviewer.matching.rules import word_list


def tells_of_silence(items: Sequence[Item]) -> bool:
    """Return whether the claim says that something was not mentioned: what a source then says is no contradiction."""
    silent = word_list("verbs_of_silence")
    return any(
        is_negation(item) and any(other.form in silent for other in items[at + 1 : at + 4])
        for at, item in enumerate(items)
    )
