"""How strictly a house reads quotations: data that a desk can edit."""

import msgspec


class QuoteProfile(msgspec.Struct, frozen=True):
    """A house's rule for quotations: which differences it allows. None of them is ever hidden by it.

    `harmless` are kinds of difference that make no finding: of `number_format`, `punctuation`, `capital`, `ellipsis`,
    `bracket` and `tense`; others in it count for nothing, for a changed figure, name, date or denial is never allowed.
    `contractions` lets `don't` stand for `do not`, `fillers` are words that may be left out.
    """

    harmless: frozenset[str] = frozenset()
    contractions: bool = False
    fillers: frozenset[str] = frozenset()
