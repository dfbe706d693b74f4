"""Which words a denial reaches: the rest of its clause, or, of one cut short (`hers is not`), all of it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import clauses, keys_of
from reviewer.matching.rules import negation_rules, word_list

_VERBS_THAT_DENY = re.compile(r"\b(?:rul(?:e|es|ed|ing) out|turn(?:s|ed)? down)\b", re.IGNORECASE)
_OPEN = frozenset({"whether", "if"})
"""Words after which a sentence tells of a question (`cannot say whether`): what follows is open, not denied."""

_FOCUS = frozenset({"only", "just", "merely", "simply", "least"})
"""Words after `not` that leave what follows undenied (`not only`, `not least`)."""


def denied(items: Sequence[Item], text: str) -> set[int]:
    """Return the starts of the words that an odd number of denials reaches.

    A word in `-less` denies itself. `did not deny` is two denials, and none in the end. Verbs that deny (`ruled out`,
    `refused`) reach what follows.
    """
    reached = {item.start for item in items if item.form.endswith("less") and len(item.form) > len("unless")}
    for clause in clauses(list({item.start: item for item in items}.values()), text):
        for at, item in enumerate(clause):
            if not denies(clause, at, text):
                continue
            rest = _up_to_a_comma(clause[at:], text)
            rest = rest[: next((place for place, other in enumerate(rest) if other.form in _OPEN), len(rest))]
            if item.form == "not" and not any(keys_of(o) or o.kind is not ItemKind.WORD for o in clause[at + 1 :]):
                rest = [other for other in clause if other is not item]
            reached ^= {other.start for other in rest}
    return reached


def _up_to_a_comma(clause: Sequence[Item], text: str) -> Sequence[Item]:
    """Return the items after the first one that no comma parts from it; an aside right after it is passed over."""
    commas = [at + 1 for at, (one, item) in enumerate(pairwise(clause)) if "," in text[one.end : item.start]]
    if commas and commas[0] == 1:
        commas = commas[2:]
    return clause[1 : commas[0]] if commas else clause[1:]


def denies(clause: Sequence[Item], at: int, text: str) -> bool:
    """Return whether the word at a place of a clause denies what the clause says."""
    item = clause[at]
    following = clause[at + 1].form if at + 1 < len(clause) else ""
    if is_negation(item):
        if item.form == "no" and "," in text[item.end : item.end + 1]:
            return False
        if item.form == "not" and following in ("for", "by", "to") and at + 2 < len(clause):
            return clause[at + 2].form not in word_list("pronouns")
        return following not in _FOCUS and not (
            item.form == "no" and following != "longer" and following in word_list("comparing")
        )
    if item.form in negation_rules().refusing and item.form not in ("wrong", "false", "untrue"):
        return True
    return bool(_VERBS_THAT_DENY.match(text, item.start))


def tells_of_silence(items: Sequence[Item]) -> bool:
    """Return whether the claim says that something was not mentioned: what a source then says is no contradiction."""
    silent = word_list("verbs_of_silence")
    return any(
        is_negation(item) and any(other.form in silent for other in items[at + 1 : at + 4])
        for at, item in enumerate(items)
    )
