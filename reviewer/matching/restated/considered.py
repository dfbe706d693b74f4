"""What was only thought about, told as called for, decided or done: `look at vaccination`, `called for vaccination`."""

from collections.abc import Sequence

from reviewer.matching.families import stem
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import related_words, strength_rules, word_list
from reviewer.model.evidence import DifferenceKind

_WITHIN = 4
_PAIRS = {
    "look": ("at", "into"), "looking": ("at", "into"), "looked": ("at", "into"), "looks": ("at", "into"),
    "think": ("about", "of"), "thinking": ("about", "of"), "thought": ("about", "of"), "thinks": ("about", "of"),
    "talk": ("about",), "talking": ("about",), "talked": ("about",), "talks": ("about", "on"), "toying": ("with",),
}  # fmt: skip
_LOOKING, _TO_COME = (
    frozenset(["study", "examine", "review", "assess", "evaluate", "explore"]),
    frozenset(["to", "should", "will"]),
)
"""Work that is only a thought about what follows while it has yet to be done (`to study free buses`)."""

_DETERMINED = frozenset(
    {"the", "its", "their", "his", "her", "our", "this", "that", "these", "those", "whether", "if", "how"}
)


def considered_conflicts(case: Case) -> list[Conflict]:
    """Report a claim that tells as called for, decided or done what its passage says was to be thought about.

    What is thought about must be a new thing (`a ban`, `free buses`, no `the ban`) that both sides have, and that the
    passage has nowhere else; the claim must have no such word, none of its family, and no weak one.
    """
    mine = case.every_item()
    weak = strength_rules().hedges - strength_rules().number_hedges
    if any(item.form in weak or item.form in ("would", "whether", "if") for item in mine) or _considering(mine):
        return []
    passage = case.paraphrase.passages[0]
    held = {hit.item.start: hit.point.item for hit in passage.hits}
    for clause in clauses(passage.items, case.text_of(passage)):
        for at, width in _considering(clause):
            if any(_is_kin(clause[at], item) for item in mine):
                continue
            for other in clause[at + width : at + width + _WITHIN]:
                if other.form in _DETERMINED:
                    break
                if other.start in held and not _stands_again(other, passage.items):
                    return [difference(case, DifferenceKind.HEDGE, held[other.start], 0, clause[at])]
    return []


def _considering(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Return where words for thinking about something stand, with their number."""
    found: list[tuple[int, int]] = []
    for at, item in enumerate(items):
        following = items[at + 1].form if at + 1 < len(items) else ""
        is_thought = item.form in word_list("considering") and not (item.capital and not item.leads)
        is_to_come = item.form in _LOOKING and at > 0 and items[at - 1].form in _TO_COME
        if following in _PAIRS.get(item.form, ()):
            found.append((at, 2))
        elif is_thought or is_to_come:
            found.append((at, 1))
    return found


def _is_kin(word: Item, other: Item) -> bool:
    groups = related_words()
    return stem(word.form) == stem(other.form) or bool(set(groups.get(word.form, ())) & set(groups.get(other.form, ())))


def _stands_again(word: Item, items: Sequence[Item]) -> bool:
    return any(
        other.kind is ItemKind.WORD and other.start != word.start and stem(other.form) == stem(word.form)
        for other in items
    )
