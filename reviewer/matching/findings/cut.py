"""What stands right beside a quote in its source and was left off: a denial, a hedge, a condition."""

import re

from reviewer.matching.rules import negation_rules, strength_rules, word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.model.geometry import Span

_NEAR = 7
"""Words before a quote in which a denial still governs it."""

_CLAUSE = re.compile(r"[,;:.!?–—“”\"\n(]")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ALTERNATIVE = re.compile(
    r"^,?\s+or\s+(?:(?:it|that|this|he|she|they|we)\s+(?:may|might|could)|perhaps|maybe|possibly|something)\b",
    re.IGNORECASE,
)
"""`..., or it might have been a dog`: what was said as certain was not."""

_MODAL_END = re.compile(r"^[\s,]*(?:we|you|they|he|she|it|I|one)\s+(?:could|might|would)\s+have\b", re.IGNORECASE)


def cut_differences(
    article: Document, quoted: Span, source: Document, passage: Span, sentence: Span
) -> list[Difference]:
    """Report what the quote leaves off in the same sentence of the source and that turns its sense round.

    Nothing is reported when the article itself carries it outside the quotation marks, in the same paragraph.
    `quoted` are the words inside the marks, `sentence` the source's sentence round the passage.
    """
    around = paragraph_without(article.text, quoted)
    left = source.text[sentence.start : passage.start]
    right = source.text[passage.end : sentence.end]
    found = (
        _left_denial(left, around)
        or _opening_hedge(left, around, article.text, quoted)
        or _leading_condition(left, around)
        or _turning_word(left, around)
        or _limiting_words(left, around, article.text[quoted.start : quoted.end])
    )
    differences = []
    if found:
        kind, start = found
        at = sentence.start + start
        differences.append(_cut(kind, article.text, quoted.start, source.text, at, passage.start))
    if length := _right_condition(right, around, _denies(quoted.of(article.text).casefold())):
        differences.append(
            _cut(DifferenceKind.CUT, article.text, quoted.end, source.text, passage.end, passage.end + length)
        )
    return differences


def _cut(kind: DifferenceKind, _article: str, at: int, source: str, start: int, end: int) -> Difference:
    words = source[start:end]
    start += len(words) - len(words.lstrip(" ,;"))
    return Difference(kind, "", source[start:end].rstrip(), at, at, start, start + len(source[start:end].rstrip()))


def paragraph_without(text: str, quoted: Span) -> str:
    """Return the paragraph of an article round quoted words, without them, in small letters."""
    start = text.rfind("\n\n", 0, quoted.start) + 1
    end = text.find("\n\n", quoted.end)
    return f"{text[start : quoted.start]} … {text[quoted.end : end if end != -1 else len(text)]}".casefold()


def _left_denial(left: str, around: str) -> tuple[DifferenceKind, int] | None:
    """Find a denial or an `if` before the quote, with no clause's end between."""
    clause = _last_clause(left)
    words = list(_WORDS.finditer(left, clause))[-_NEAR:]
    for word in words:
        form = word.group().casefold().replace("’", "'")
        denies = form in negation_rules().words or form.endswith("n't") or form in negation_rules().refusing
        conditional = form in ("if", "unless", "whether")
        if denies and not _denies(around):
            return DifferenceKind.CUT, word.start()
        if conditional and form not in around.split():
            return DifferenceKind.CUT, word.start()
    return None


_CONDITION_FIRST = re.compile(
    r"(?:^|[.!?“”\":;–—]\s*)"
    r"(?P<condition>(?P<word>if|unless|only if|provided|assuming|as long as|so long as|had|were|should)\b"
    r"[^.!?;:“”\"]*),\s*(?:then\s+)?$",
    re.IGNORECASE,
)


def _leading_condition(left: str, around: str) -> tuple[DifferenceKind, int] | None:
    """Find a condition that opens the sentence and ends in a comma right before the quote (`If it rains, ...`)."""
    match = _CONDITION_FIRST.search(left)
    if match is None or re.search(rf"\b{re.escape(match['word'].casefold())}\b", around):
        return None
    return DifferenceKind.CUT, match.start("condition")


def _turning_word(left: str, around: str) -> tuple[DifferenceKind, int] | None:
    """Find a word right before the quote that makes another thing of what it names (`former`, `deputy`, `alleged`)."""
    words = list(_WORDS.finditer(left))
    if not words or left[words[-1].end() :].strip(" -") or words[-1].group().casefold() not in word_list("turning"):
        return None
    form = words[-1].group().casefold()
    return None if form in around.split() else (DifferenceKind.CUT, words[-1].start())


_PART_OF = re.compile(
    r"\b(?P<words>(?:a few|a handful|a fraction|a minority|a majority|part|some|few|many|most|half|several|one|two|"
    r"three|\d+)"
    r"(?: of(?: the| our| these| those| my| their)?)?)\s+$",
    re.IGNORECASE,
)
_LIMITS = (
    r"(?:at this stage|at present|at the moment|for now|for the moment|for the time being|so far|in theory|"
    r"in principle|in part|on paper|in most cases|in some cases|as things stand)"
)
_LIMIT_BEFORE = re.compile(
    rf"(?:^|[.!?“”\":;–—]\s*)"
    rf"(?P<words>{_LIMITS}|in (?:this|our|my|some|certain|parts of)\b[^,.;:!?“”\"]{{1,40}}),?\s+$",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(
    r"(?P<words>\b(?:and |but )?only (?:in|on|at|for|with|when|if|after|by|during|under)\b[^.;:!?“”\"]{1,60}),\s*$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(rf"^,?\s+(?:{_LIMITS}|yet)\b", re.IGNORECASE)
_TODAY = re.compile(r"^,?\s+(?:today|now|this time|tonight)\b", re.IGNORECASE)


def _limiting_words(left: str, around: str, quote: str) -> tuple[DifferenceKind, int] | None:
    """Find `a few of` or `at this stage` right before the quote: it says of how many, or for how long, it holds.

    Of how many counts before words that are quoted as a whole sentence: a fragment goes on from the reporter's own.
    """
    is_whole = next((c for c in quote if c.isalpha()), "").isupper()
    for pattern in (_PART_OF, _LIMIT_BEFORE, _ONLY_IF) if is_whole else (_LIMIT_BEFORE, _ONLY_IF):
        match = pattern.search(left)
        if match and match["words"].casefold() not in around and not _is_told(match["words"], around):
            return DifferenceKind.CUT, match.start("words")
    return None


def _is_told(words: str, around: str) -> bool:
    """Return whether the article has the telling words of a limit, in whatever form."""
    telling = [word for word in re.findall(r"[a-z]+", words.casefold()) if word not in STOPWORDS]
    return bool(telling) and set(telling) <= set(re.findall(r"[a-z]+", around))


def _last_clause(left: str) -> int:
    ends = [match.end() for match in _CLAUSE.finditer(left.rstrip())]
    return ends[-1] if ends else 0


def _denies(words: str) -> bool:
    rules = negation_rules()
    forms = [match.group().replace("’", "'") for match in _WORDS.finditer(words)]
    return any(form in rules.words or form.endswith("n't") or form in rules.refusing for form in forms)


def _opening_hedge(left: str, around: str, article: str, quoted: Span) -> tuple[DifferenceKind, int] | None:
    """Find `I think`, `perhaps` and the like right before words that are quoted as a whole sentence."""
    first = next((c for c in article[quoted.start : quoted.end] if c.isalpha()), "")
    if not first.isupper():
        return None
    plain = left.casefold().replace("’", "'").rstrip()
    for hedge in strength_rules().opening_hedges:
        if re.search(rf"(?:^|[\s“\"]){re.escape(hedge)}(?:\s+that)?,?$", plain):
            word = hedge.split()[-1]
            return (
                None
                if word in around
                else (DifferenceKind.HEDGE, len(plain) - len(hedge) - (5 if plain.endswith("that") else 0))
            )
    return None


_OBJECT = re.compile(
    r"(?:\s(?:it|that|this|them|him|her|you|us|me|one|any|anything|of|about|to|there|here|then|so|at all)\b){1,4}"
)
"""What a verb in a denial may be said of, before the condition that limits it (`I did not know of it until ...`)."""

_MORE_CONDITIONS = ("as soon as", "if and when", "as and when", "when and if")
_OF_A_DENIAL = ("before", "after", "without", "at first", "straight away", "at the time")
"""What limits a denial: `could not see her before the lights went on` is no `could not see her`."""


def _right_condition(right: str, around: str, denied: bool) -> int:
    """Return how many code points of what follows the quote turn its sense round, 0 for none."""
    plain = right.casefold().replace("’", "'")
    named = _OBJECT.match(plain) if denied else None
    lead = named.end() if named else 0
    lead += len(plain[lead:]) - len(plain[lead:].lstrip(" ,;–—-"))
    conditions = (*strength_rules().conditions, *_MORE_CONDITIONS, *(_OF_A_DENIAL if denied else ()))
    for condition in conditions:
        if (
            plain[lead:].startswith(condition)
            and not plain[lead + len(condition) : lead + len(condition) + 1].isalpha()
        ):
            return 0 if re.search(rf"\b{re.escape(condition)}\b", around) else len(right.rstrip(' .!?"”'))
    limit = _LIMIT_AFTER.match(right) or (_TODAY.match(right) if denied else None)
    if limit and limit.group().strip(" ,").casefold() not in around:
        return limit.end()
    return len(right.rstrip(' .!?"”')) if _MODAL_END.match(right) or _ALTERNATIVE.match(right) else 0
