"""Other words: changed, added, dropped; or only written in another way."""

import re

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import Item
from reviewer.matching.rules import word_list
from reviewer.model.evidence import DifferenceKind

_CONTRACTED = {
    "'s": ("is", "has"),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would", "had"),
    "'m": ("am",),
}
_TENSES = (
    {"is", "was", "are", "were", "be", "been", "am"},
    {"has", "had", "have"},
    {"do", "does", "did", "done"},
    {"will", "would"},
    {"can", "could"},
    {"go", "goes", "went", "gone"},
    {"say", "says", "said"},
    {"come", "comes", "came"},
    {"take", "takes", "took", "taken"},
    {"make", "makes", "made"},
    {"know", "knows", "knew", "known"},
    {"give", "gives", "gave", "given"},
    {"get", "gets", "got"},
    {"see", "sees", "saw", "seen"},
    {"think", "thinks", "thought"},
    {"pay", "pays", "paid"},
    {"begin", "begins", "began", "begun"},
)
_ENDING = re.compile(r"(?:ies|ied|es|ed|ing|s|d)$")
_SPEECH = word_list("verbs_of_saying")


def spelling_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain words that are the same but for joins (`co-op`, `coop`), contractions and cleaned-away fillers."""
    if not block.claim and block.source and sides.profile and _are_fillers(block, sides):
        return [explained(DifferenceKind.WORD_DROPPED, block, sides, [], block.source, harmless=True)]
    if not block.claim or not block.source:
        return []
    mine = "".join(item.form for item in block.claim)
    theirs = "".join(item.form for item in block.source)
    if mine == theirs:
        return [explained(DifferenceKind.PUNCTUATION, block, sides, block.claim, block.source, harmless=True)]
    contractions = sides.profile is None or sides.profile.contractions
    if contractions and len(block.claim) == len(block.source) and all(map(_same_contracted, block.claim, block.source)):
        return [explained(DifferenceKind.PUNCTUATION, block, sides, block.claim, block.source, harmless=True)]
    return []


def _are_fillers(block: Block, sides: Sides) -> bool:
    assert sides.profile is not None
    dropped = " ".join(item.form for item in block.source)
    return dropped in sides.profile.fillers or all(item.form in sides.profile.fillers for item in block.source)


def _same_contracted(mine: Item, theirs: Item) -> bool:
    return (
        mine.form == theirs.form
        or theirs.form in _CONTRACTED.get(mine.form, ())
        or mine.form in _CONTRACTED.get(theirs.form, ())
    )


def tense_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain a verb in another tense or person, one word for one word."""
    if len(block.claim) != 1 or len(block.source) != 1:
        return []
    mine, theirs = block.claim[0], block.source[0]
    if not _same_verb(mine.form, theirs.form):
        return []
    harmless = sides.profile is None or DifferenceKind.TENSE.value in sides.profile.harmless
    return [explained(DifferenceKind.TENSE, block, sides, [mine], [theirs], harmless)]


def _same_verb(mine: str, theirs: str) -> bool:
    if any(mine in forms and theirs in forms for forms in _TENSES):
        return True
    stems = _ENDING.sub("", mine), _ENDING.sub("", theirs)
    is_verb = any(form.endswith(("ed", "ing")) for form in (mine, theirs))
    return is_verb and len(stems[0]) > 2 and stems[0].rstrip("e") == stems[1].rstrip("e")


def rate_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain one unit of time that a figure is counted by put for another (`a day`, `a week`)."""
    if len(block.claim) != 1 or len(block.source) != 1 or not {block.claim[0].form, block.source[0].form} <= _PERIODS:
        return []
    is_rate = bool(block.before) and block.before[0].form in ("a", "an", "per", "each", "every")
    return [explained(DifferenceKind.UNIT, block, sides, block.claim, block.source)] if is_rate else []


_PERIODS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade"}
)


def attribution_verb_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain one verb of saying put for another (`said`, `claimed`)."""
    if len(block.claim) == len(block.source) == 1 and {block.claim[0].form, block.source[0].form} <= _SPEECH:
        return [explained(DifferenceKind.ATTRIBUTION_VERB, block, sides, block.claim, block.source)]
    return []


def wording_differences(block: Block, sides: Sides) -> list[Explained]:
    """Report what is left of a block as words changed, added or dropped."""
    if not block.claim and not block.source:
        return []
    kind = (
        DifferenceKind.WORD_CHANGED
        if block.claim and block.source
        else DifferenceKind.WORD_ADDED
        if block.claim
        else DifferenceKind.WORD_DROPPED
    )
    return [explained(kind, block, sides, block.claim, block.source)]
