"""What an attribution rule reports: who is said to have said what, and by which word."""

import msgspec

from reviewer.analysing.lexicon import Tier
from reviewer.model.geometry import Span


class Statement(msgspec.Struct, frozen=True):
    """One attribution inside a sentence.

    `content` are the stretches said, `speaker` the mention printed and `cue` the word that attributes; `tag` covers
    speaker and cue with what belongs to them ("said on Tuesday"). `rule` names the rule that found it. All spans
    are code points of the document.
    """

    content: tuple[Span, ...]
    cue: Span
    tag: Span
    rule: str
    speaker: Span | None = None
    tier: Tier = Tier.REPORTING
