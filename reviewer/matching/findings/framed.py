"""What stands round quoted words and takes them back: another's opinion, a supposition, a question, a joke.

The speaker said the words, but not as his view: `Some say that the well is cursed. I don't believe it.`
"""

import json
import re
from functools import lru_cache

import msgspec

from reviewer.assets import resource
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.model.geometry import Span

_SUPPOSING = re.compile(r"^[\s“\"]*(?:now |so |but )?(?:suppose|supposing|imagine|assume|say)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(r"\b(?:would|could|might|'d)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\?|\b(?:ask|asks|asked|asking|wonder|wonders|wondered|whether|question|questions|questioned|query)\b"
)
_ASKING = re.compile(
    r"^[\s“\"‘—–-]*(?:(?:and|but|so|then|or|well),?\s+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|"
    r"how|why|who|what|when|where|which|since when)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset({"said", "says", "that", "tell", "told", "tells", "have", "been", "would"})
_SHORTEST = 4


_REACH = 240
"""Code points before a quote in which its sentence's opening is looked for, and after it in which it is taken back."""


class _Framings(msgspec.Struct, frozen=True):
    """Patterns for what stands before a quote, for another's saying it, and for the sentence that takes it back."""

    frames: tuple[re.Pattern[str], ...]
    said_by_others: re.Pattern[str]
    says: re.Pattern[str]
    taken_back: re.Pattern[str]


@lru_cache(maxsize=1)
def _framings() -> _Framings:
    raw = json.loads(resource("rules", "framings.json").read_bytes())

    def pattern(words: str) -> re.Pattern[str]:
        for part in ("others", "says", "that", "it"):
            words = words.replace(f"<{part}>", raw[part])
        return re.compile(words, re.IGNORECASE)

    frames = [p for kind in ("opinions_of_others", "denied", "supposed", "past") for p in raw[kind]]
    return _Framings(
        tuple(map(pattern, frames)),
        pattern(raw["said_by_others"][0]),
        pattern(r"\b<others> <says>\b"),
        pattern(f"{raw['taken_back_lead']}(?:{'|'.join(raw['taken_back'])})"),
    )


def framed_differences(
    article: Document, quoted: Span, source: Document, passage: Span, around: str, in_a_voice: bool
) -> list[Difference]:
    """Report what stands round a quote in its source and makes it no view of the speaker's.

    `around` is the article's paragraph without the quoted words, in small letters: what it tells itself is not left
    off. `in_a_voice` says that the passage is one person's speech and no report of what several said.
    """
    text, quote = source.text, quoted.of(article.text)
    before = _split(text[max(0, passage.start - _REACH) : passage.start])
    left, right = before[-1], text[passage.end : passage.end + _REACH].split("\n\n")[0]
    rest = "".join(re.findall(r"^[^.!?]*[.!?]*", right))
    at = frame_before(left, around, in_a_voice)
    if at is None and is_asked(passage.of(text) + rest, left, quote, around):
        at = 0
    if at is not None:
        return [_cut(quoted.start, text, passage.start - len(left) + at, passage.start)]
    if (
        left.strip(" “\"'‘,").casefold() in ("", "then", "so")
        and len(before) > 1
        and is_supposed(before[-2], quote, around)
    ):
        return [_cut(quoted.start, text, passage.start - len(left) - len(before[-2]), passage.start)]
    length = taken_back_after(right, around, quote)
    return [_cut(quoted.end, text, passage.end, passage.end + length)] if length else []


def _split(text: str) -> list[str]:
    """Return the sentences of a short text, with the space after each."""
    return re.split(r"(?<=[.!?][\s\"”'’])(?=[^\s\"”’])|(?<=\n\n)", text.split("\n\n")[-1]) or [""]


def _cut(at: int, source: str, start: int, end: int) -> Difference:
    words = source[start:end]
    start += len(words) - len(words.lstrip(' ,;.!?"”'))
    stop = start + len(source[start:end].rstrip())
    return Difference(DifferenceKind.CUT, "", source[start:stop], at, at, start, stop)


def frame_before(left: str, around: str, in_a_voice: bool) -> int | None:
    """Return where words right before a quote begin that give it as another's opinion, as untrue, supposed or past.

    `left` is the source's sentence up to the quote, `around` the article's paragraph without the quoted words, in
    small letters: what it tells itself is not left off. That somebody said the words counts only `in_a_voice`: where
    the passage is one person's speech, and no report of what several said.
    """
    plain = left.replace("’", "'")
    found = next((match for pattern in _framings().frames if (match := pattern.search(plain))), None)
    if found is None and in_a_voice:
        said = _framings().said_by_others.search(plain)
        found = said if said and not set(said.group()[1:]) & set('“”":') else None
    if found is None or _tells(around, found.group()):
        return None
    return found.start() + len(found.group()) - len(found.group().lstrip(' .,;:!?“"—–-'))


def taken_back_after(right: str, around: str, quote: str) -> int:
    """Return how many code points of the text after a quoted sentence take it back, 0 for none."""
    match = _framings().taken_back.match(right.replace("’", "'"))
    if match is None or _denies_or_jokes(around) or _tells(around, match.group()) or _framings().says.search(quote):
        return 0
    end = re.search(r"[.!?;]", right[max(match.end() - 1, 1) :])
    return max(match.end() - 1, 1) + (end.start() if end else len(right))


def is_supposed(before: str, quote: str, around: str) -> bool:
    """Return whether the sentence before a quote supposes something from which what is quoted would follow."""
    told = re.search(r"\b(?:if|suppose|supposing|imagine|had|were|hypothetical\w*)\b", around)
    return bool(_SUPPOSING.match(before) and _CONDITIONAL.search(quote)) and not told


def is_asked(sentence: str, left: str, quote: str, around: str) -> bool:
    """Return whether a quote gives as a statement what its source asks: the question's opening was left off."""
    asks = sentence.rstrip(" ”\"’'").endswith("?") and bool(_ASKING.match(left))
    return asks and "?" not in quote and not _ASKED.search(around)


def _tells(around: str, frame: str) -> bool:
    """Return whether the article has a telling word of a frame in some form, or all words of one that has none."""
    words, said = re.findall(r"[a-z]+", frame.casefold()), re.findall(r"[a-z]+", around)
    telling = [w for w in words if len(w) >= _SHORTEST and w not in STOPWORDS and w not in _PLAIN]
    if not telling:
        return bool(words) and set(words) - {"that"} <= set(said)
    return any(word[:_SHORTEST] == other[:_SHORTEST] for word in telling for other in said)


def _denies_or_jokes(around: str) -> bool:
    return bool(
        re.search(r"\b(?:not|joke|joked|joking|jest|denied|n't|but|although|though|later|added)\b|n['’]t\b", around)
    )
