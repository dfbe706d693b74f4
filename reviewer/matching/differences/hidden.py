"""What an open cut hides: a denial, a condition or a hedge that holds for the words that were kept."""

import re
from collections.abc import Sequence

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.differences.negation import FOCUS, is_negation
from reviewer.matching.items import Item
from reviewer.matching.rules import strength_rules, word_list
from reviewer.model.evidence import DifferenceKind

_CLAUSE_ENDS = re.compile(r"[,;:.!?–—“”\"()]")
_ASIDE = re.compile(r"^\s*,[^,;:.!?–—“”\"]*,\s|^\s*[–—-]\s[^,;:.!?–—“”\"]*\s[–—-]\s")
"""A remark between commas or dashes right behind the denial, which goes on behind it."""

_SENTENCE_ENDS = re.compile(r"[.!?]")
_FEW = 3
"""Words up to which a cut that is nothing but hedges was made for their sake."""


def hidden_differences(block: Block, sides: Sides) -> list[Explained]:
    """Report an ellipsis whose words would turn the sense of those round it: it is open, but not fair."""
    if not block.joint or not block.source or any(map(is_negation, block.claim)):
        return []
    if _hides_denial(block, sides) or _hides_condition(block, sides) or _hides_hedge(block):
        return [explained(DifferenceKind.CUT, block, sides, block.claim, block.source)]
    return []


def _hides_denial(block: Block, sides: Sides) -> bool:
    """Return whether the last denial left out governs what follows the cut: no clause ends between the two."""
    denying = [at for at, item in enumerate(block.source) if is_negation(item)]
    if not denying:
        return False
    rest = (*block.source[denying[-1] + 1 :], *block.after)
    if any(item.form in word_list("joining") for item in rest):
        return False
    between = sides.source[block.source[denying[-1]].end : _end(block)]
    return not _CLAUSE_ENDS.search(_ASIDE.sub(" ", between))


def _hides_condition(block: Block, sides: Sides) -> bool:
    """Return whether what was left out is a condition and the clause that it is a condition for was kept."""
    start, end = block.source[0].start, block.source[-1].end
    words = sides.source[start:end].casefold()
    if not any(re.match(rf"{re.escape(condition)}\b", words) for condition in strength_rules().conditions):
        return False
    if not block.before or _ends_a_sentence(block, sides):
        if _SENTENCE_ENDS.search(sides.source, start, _end(block)):
            return False
        return not _CLAUSE_ENDS.search(sides.source, start, end) and block.source[-1].form not in word_list("joining")
    return True


def _ends_a_sentence(block: Block, sides: Sides) -> bool:
    return bool(_SENTENCE_ENDS.search(sides.source, block.before[0].end, block.source[0].start))


def _hides_hedge(block: Block) -> bool:
    rules = strength_rules()
    weak = {word for word, level in rules.ladders["modal"].items() if level == 1}
    return len(block.source) <= _FEW and _all_hedge(block.source, rules.hedges - rules.number_hedges | weak | FOCUS)


def _all_hedge(items: Sequence[Item], hedges: frozenset[str] | set[str]) -> bool:
    return all(item.form in hedges for item in items)


def _end(block: Block) -> int:
    """Return where the words kept after the cut begin in the source."""
    return block.after[0].start if block.after else block.source[-1].end
