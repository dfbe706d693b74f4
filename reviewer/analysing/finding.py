"""Finds the attributions of a sentence: by wording, and over the parse where there is one."""

import re
from collections.abc import Mapping

from reviewer.analysing.coordination import own_halves
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.marks import is_speech
from reviewer.analysing.parse import Parse
from reviewer.analysing.passages import Sentence
from reviewer.analysing.pieces import cut_into_pieces
from reviewer.analysing.rules.headlines import find_in_headline
from reviewer.analysing.rules.merging import merge
from reviewer.analysing.rules.own_words import own_words, without_overlap
from reviewer.analysing.rules.syntax import find_by_syntax
from reviewer.analysing.rules.wording import find_by_wording
from reviewer.analysing.statement import Statement
from reviewer.model.claim import Place
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_ANONYMITY = re.compile(
    r"\w+(?: \w+)?,? "
    r"(?:not to be (?:named|identified|quoted)|to (?:remain|stay|be kept) (?:anonymous|nameless)|for anonymity)"
)
_FOR_EXAMPLE = re.compile(r", say (?:an?|one|two|three|\d)")
"""Not a report: "a smaller town, say one on the coast"."""


class Finder:
    """Finds attributions in the sentences of one text; `parses` are by paragraph number, empty in the instant pass."""

    def __init__(self, text: str, parses: Mapping[int, Parse]) -> None:
        self._text = text
        self._parses = parses

    def __call__(self, sentence: Sentence) -> list[Statement]:
        """Return the attributions of a sentence in the order of their cues."""
        if sentence.place is Place.HEADLINE:
            return self._in_headline(sentence)
        return self._in_sentence(sentence)

    def _in_sentence(self, sentence: Sentence) -> list[Statement]:
        spoken = [quotation for quotation in sentence.quotations if is_speech(self._text, sentence, quotation)]
        by_wording = find_by_wording(cut_into_pieces(self._text, sentence, spoken))
        by_wording = self._reporting(without_overlap(by_wording, own_words(self._text, sentence)), sentence)
        parse = self._parses.get(sentence.paragraph)
        if parse is None:
            return by_wording
        quotes = [quotation.span for quotation in spoken]
        by_syntax = [
            statement
            for statement in find_by_syntax(parse, sentence.span)
            if not any(quote.contains(statement.cue) for quote in quotes)
        ]
        return merge(by_wording, self._reporting(by_syntax, sentence), parse, quotes)

    def _in_headline(self, sentence: Sentence) -> list[Statement]:
        found = find_in_headline(self._text, sentence.span)
        found = [one for one in found if not any(q.span.contains(one.cue) for q in sentence.quotations)]
        if found:
            return found
        found = self._in_sentence(sentence)
        outside = [one for one in found if not any(q.span.contains(one.cue) for q in sentence.quotations)]
        return [one for one in outside if sentence.quotations or not self._is_past(one)]

    def _is_past(self, statement: Statement) -> bool:
        """Return whether a cue is a past form: in a headline that is a passive, "Ring found in bog", "400 recalled"."""
        cue = statement.cue.of(self._text).casefold()
        return cue.endswith("ed") or cue in ("found", "held", "shown", "told", "written")

    def parts(self, sentence: Sentence) -> list[Span]:
        """Return the parts of a sentence without an attribution that are to be checked apart."""
        parse = self._parses.get(sentence.paragraph)
        if parse is None or sentence.quotations or sentence.place is not Place.BODY:
            return [sentence.span]
        return own_halves(self._text, sentence.span, parse)

    def _reporting(self, statements: list[Statement], sentence: Sentence) -> list[Statement]:
        """Leave out what reports nothing on the story.

        That is what only asks for anonymity, and what somebody wants, hopes or fears without a word of theirs quoted.
        """
        return [
            one
            for one in statements
            if not _ANONYMITY.match(self._text, one.cue.start)
            and not _FOR_EXAMPLE.search(self._text, max(sentence.start, one.cue.start - 2), one.cue.end + 6)
            and (
                sentence.quotations
                or one.rule == "reporting noun"
                or lexicon().cue(one.cue.of(self._text)) not in word_set("cues", "of_mind")
            )
        ]
