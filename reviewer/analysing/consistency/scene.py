"""What a check looks at: one sentence with its quantities and dates."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from reviewer.analysing.passages import Sentence, Story
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention, find_dates
from reviewer.text.numbers import Quantity, find_quantities

_HEDGED = 0.06
"""Share by which a hedged figure ("about 58,000") may be off without being a slip."""


class CheckedSentence(msgspec.Struct, frozen=True):
    """A sentence with its quantities and dates, offsets as in the document."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]


class CheckedText(msgspec.Struct, frozen=True):
    """The whole story as the checks see it; `published` is the day of publication when it is known."""

    text: str
    sentences: tuple[CheckedSentence, ...]
    published: date | None

    def paragraphs(self) -> Iterable[Sequence[CheckedSentence]]:
        """Yield the sentences of each paragraph."""
        found: list[CheckedSentence] = []
        for one in self.sentences:
            if found and found[-1].sentence.paragraph != one.sentence.paragraph:
                yield found
                found = []
            found.append(one)
        if found:
            yield found


def checked_text(text: str, story: Story, published: str | None) -> CheckedText:
    """Prepare a story for the checks. `published` is an ISO date; anything else counts as unknown."""
    sentences = tuple(
        CheckedSentence(
            sentence,
            tuple(find_quantities(text, sentence.span)),
            tuple(find_dates(text, sentence.span, published)),
        )
        for sentence in story.sentences
    )
    return CheckedText(text, sentences, day_of(published))


def day_of(iso: str | None) -> date | None:
    """Return the day that a full ISO date names, None for anything less."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def slack(quantity: Quantity) -> float:
    """Return how far from its printed value a quantity may lie, in its own unit.

    Decimals, scales and filling zeros tell how exact a figure claims to be; small whole numbers are exact.
    """
    loose = abs(quantity.value) * _HEDGED if quantity.hedge else 0.0
    exact = (
        quantity.decimals == 0 and abs(quantity.value) < 1000 and quantity.unit not in ("percent", "percentage_point")
    )
    return max(loose, 0.0 if exact else quantity.step / 2)


def between(text: str, first: Quantity, second: Quantity) -> str:
    """Return the words between two quantities, folded, without the white space at both ends."""
    return " ".join(text[first.end : second.hedge_start or second.start].casefold().split())


def shown(value: float) -> str:
    """Return a value as it is shown in the working of a check: thousands with commas, no needless decimals."""
    rounded = round(value, 2)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")


def slip(span: Span, kind: CheckKind, printed: str, expected: str, working: str) -> InternalCheck:
    """Return a check with the values that show it."""
    return InternalCheck(span.start, span.end, kind, {"printed": printed, "expected": expected, "working": working})
