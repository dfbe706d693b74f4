"""Reads a story sentence by sentence and gives every claim its speaker."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from reviewer.analysing.drafts import Draft, draft_claims
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.figures import has_figure
from reviewer.analysing.finding import Finder
from reviewer.analysing.interviews import speaks_in_person
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.passages import Passage, Sentence, Story
from reviewer.analysing.resolution.cast import ADDRESSED, Cast, Resolved
from reviewer.analysing.resolution.pronouns import by_pronoun
from reviewer.analysing.resolution.resolve import notice, notice_pronoun, notice_role, resolve
from reviewer.analysing.statement import Statement
from reviewer.analysing.voices import Voice
from reviewer.model.claim import Attribution, ClaimKind, Place
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_UNNAMED = re.compile(
    r"(?:But |And |Giving evidence, |(?:In|On|At|After|By|Last|Since) [^,;.“”\"]{2,30}?,? (?=the|a|his|her|their)\b)?"
    r"((?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Aa]n?|[Oo]ne)(?: (?!who\b)[a-z][a-z’'-]+){1,4}?)"
    rf"(?=,| [a-z]+ed\b| (?:{'|'.join(sorted(word_set('grammar', 'verbs_after_subject')))})\b)"
)
"""Somebody without a name at the head of a sentence: up to the verb or the first comma."""

_BY_ROLE = re.compile(r"(?<=[\w,;)] )the [a-zA-Z][\w-]*(?= (?!of\b)|[.,;:?!])")
"""Somebody by role inside a sentence: "the minister"."""

_BY_PRONOUN = re.compile(r"(?:(?:But|And|Yet|So) |(?:[A-Z][a-z]+ )[^,.;:“”\"]{2,40}, )?(He|She|he|she)\b")
"""A pronoun that a sentence begins with, perhaps after an adverbial."""

_ADVERBIAL = re.compile(r"(?:[A-Z][\w’'-]*)(?: [^,.;:“”\"]{2,50})?, ")
_ASKED = re.compile(r"\b(?:ask|asks|asked|question|questioned|pressed|quizzed|challenged|interviewed)\s+")


class ReadClaim(msgspec.Struct, frozen=True):
    """A draft with its speaker."""

    draft: Draft
    place: Place
    attribution: Attribution | None


def read_claims(text: str, story: Story, cast: Cast, find: Finder, voices: Mapping[int, Voice]) -> list[ReadClaim]:
    """Return the claims of a story in text order, each with whoever is said to say it.

    A quote without a tag goes on with the last speaker: within a paragraph, over the paragraphs of a running quote,
    and in a paragraph of its own after somebody's words. `voices` tell whose words the paragraphs of a source are:
    whatever nobody else is said to say is theirs.
    """
    claims: list[ReadClaim] = []
    for number, passage in enumerate(story.passages):
        voice = voices.get(number)
        block = _block_quote(text, passage, cast) if voice is None else None
        claims.extend(_read_passage(text, passage, cast, find, voice or block))
        cast.introduced = cast.introduced if block is not None else _introduces(text, passage, cast, find)
    return claims


def _block_quote(text: str, passage: Passage, cast: Cast) -> Voice | None:
    """Return whose words a paragraph without marks is: it follows "Ann Dale wrote:" and is in the first person."""
    if cast.introduced is None or passage.place is not Place.BODY or not speaks_in_person(passage.span.of(text)):
        return None
    return Voice(cast.introduced.name, None, is_first_person=True)


def _read_passage(text: str, passage: Passage, cast: Cast, find: Finder, voice: Voice | None) -> list[ReadClaim]:
    claims: list[ReadClaim] = []
    subject = cast.introduced
    cast.voice = _resolved_voice(cast, voice, passage) if voice is not None else None
    for sentence in passage.sentences:
        statements = find(sentence)
        names = cast.named_outside(sentence.span, [quotation.span for quotation in sentence.quotations])
        for entity, start in names:
            cast.remember(entity, start, sentence.paragraph, 2.0 if _is_subject(sentence, start, names) else 1.0)
        _notice_unnamed(text, sentence, cast, names)
        named = [entity for entity, _ in names]
        cast.learn_gender(_own_words(sentence, statements), named)
        cast.begin_sentence(_leading(sentence, named))
        if voice is None and not statements and _asks_or_announces(text, sentence):
            continue
        parts = find.parts(sentence) if voice is None else ()
        for draft in draft_claims(text, sentence, statements, parts):
            attribution = _attribution(text, draft, sentence, cast, subject)
            claims.append(ReadClaim(_as_said(draft, attribution), sentence.place, attribution))
        _give_turn(text, sentence, cast)
        subject = _subject(text, sentence, cast)
    return claims


def _notice_unnamed(text: str, sentence: Sentence, cast: Cast, names: Sequence[tuple[Entity, int]]) -> None:
    """Take in whoever a sentence speaks of without a name: at its head anybody, further on whoever has a known role."""
    pronoun = _BY_PRONOUN.match(text, sentence.start, sentence.end)
    if pronoun is not None and not any(quotation.start < pronoun.start(1) for quotation in sentence.quotations):
        notice_pronoun(cast, Span(*pronoun.span(1)), sentence.paragraph)
    unnamed = _UNNAMED.match(text, sentence.start, sentence.end)
    if unnamed is not None and not any(start < unnamed.end() for _, start in names):
        notice(cast, Span(unnamed.start(1), unnamed.end(1)), sentence.paragraph)
    for match in _BY_ROLE.finditer(text, sentence.start + 1, sentence.end):
        if not any(quotation.start < match.start() < quotation.end for quotation in sentence.quotations):
            notice_role(cast, Span(*match.span()), sentence.paragraph)


def _asks_or_announces(text: str, sentence: Sentence) -> bool:
    """Return whether a sentence of the newsroom's own has nothing to check: a question, a lead-in to a quotation."""
    last = text[sentence.end - 1]
    return (
        not sentence.quotations
        and sentence.place is Place.BODY
        and (last == "?" or (last == ":" and not has_figure(text, sentence.span)))
    )


def _as_said(draft: Draft, attribution: Attribution | None) -> Draft:
    """Return the draft as a quote without marks when it is in its issuer's own voice."""
    if attribution is None or draft.kind not in (ClaimKind.FIGURE, ClaimKind.ASSERTION):
        return draft
    return msgspec.structs.replace(draft, kind=ClaimKind.INDIRECT_QUOTE)


def _attribution(
    text: str, draft: Draft, sentence: Sentence, cast: Cast, subject: Resolved | None
) -> Attribution | None:
    if cast.voice is not None and _is_voiced(draft, cast):
        return Attribution("", cast.voice.name, "", cast.voice.resolved_from)
    statement = draft.statement
    if statement is not None and statement.speaker is not None:
        resolved = resolve(cast, statement.speaker, sentence.paragraph)
        if sentence.place is not Place.HEADLINE:
            cast.spoke(resolved, statement.speaker.start, sentence.paragraph, statement.speaker.of(text))
            _note_document(text, statement, resolved, cast)
        return Attribution(
            speaker=statement.speaker.of(text),
            resolved=resolved.name,
            cue=statement.cue.of(text),
            resolved_from=resolved.resolved_from,
            speaker_span=statement.speaker,
            cue_span=statement.cue,
        )
    if statement is None and not draft.floating:
        return None
    if sentence.place is Place.HEADLINE or (
        draft.kind is ClaimKind.MIXED_QUOTE and not cast.spoke_in(sentence.paragraph)
    ):
        return None
    inherited = subject if draft.kind is ClaimKind.DIRECT_QUOTE and subject is not None else cast.last_speaker
    if inherited is None and draft.kind is ClaimKind.DIRECT_QUOTE:
        inherited = _named_after(text, sentence, cast)
    if inherited is None:
        return None
    cast.spoke(inherited, sentence.start, sentence.paragraph)
    cue = statement.cue if statement is not None else None
    return Attribution("", inherited.name, cue.of(text) if cue else "", inherited.resolved_from, None, cue)


def _note_document(text: str, statement: Statement, resolved: Resolved, cast: Cast) -> None:
    """Remember whose statement it is when somebody "said in a statement"."""
    match = re.match(
        r"[^.;“”\"]{0,60}?\bin an? (?:[\w-]+ ){0,2}?([\w-]+)", text[statement.cue.end : statement.cue.end + 90]
    )
    if match is not None and match.group(1).casefold() in lexicon().documents:
        cast.issued_by[match.group(1).casefold()] = resolved


def _is_voiced(draft: Draft, cast: Cast) -> bool:
    """Return whether a claim of a source is in its own voice; whoever writes in the first person reports all else."""
    if draft.statement is None:
        return not draft.floating or cast.first_person is not None
    return cast.first_person is not None and draft.kind is not ClaimKind.DIRECT_QUOTE


def _resolved_voice(cast: Cast, voice: Voice, passage: Passage) -> Resolved:
    number = passage.sentences[0].paragraph if passage.sentences else 0
    resolved = resolve(cast, voice.mention, number) if voice.mention is not None else Resolved(voice.name, voice.name)
    if resolved.entity is None:
        resolved = Resolved(voice.name, voice.name)
    cast.first_person = resolved if voice.is_first_person else None
    return resolved


def _own_words(sentence: Sentence, statements: Sequence[Statement]) -> Span:
    """Return a sentence up to the first thing reported after a cue: whose "his" is in there is left open."""
    reported = [said.start for one in statements for said in one.content if said.start >= one.cue.end]
    return Span(sentence.start, min([sentence.end, *(at for at in reported if at > sentence.start)]))


def _is_subject(sentence: Sentence, start: int, names: Sequence[tuple[Entity, int]]) -> bool:
    """Return whether a name leads its sentence, or is the only person in one that quotes nobody."""
    people = [entity for entity, _ in names if entity.kind is EntityKind.PERSON]
    return start - sentence.start < 12 or (len(people) == 1 and not sentence.quotations)


def _introduces(text: str, passage: Passage, cast: Cast, find: Finder) -> Resolved | None:
    """Return whom a paragraph that ends in a colon brings on: the quotation after it is theirs."""
    if not passage.sentences or text[passage.span.end - 1] != ":":
        return None
    last = passage.sentences[-1]
    speaker = next((one.speaker for one in reversed(find(last)) if one.speaker is not None), None)
    if speaker is not None:
        return resolve(cast, speaker, last.paragraph)
    entity = _leading(last, cast.named_in(last.span)) or next(iter(cast.named_in(last.span)), None)
    return Resolved(entity.name, entity.name, entity) if entity is not None else None


def _leading(sentence: Sentence, named: Sequence[Entity]) -> Entity | None:
    """Return whoever a sentence begins with, after an article or one word at most."""
    for entity in named:
        if any(sentence.start <= mention.start < sentence.start + 8 for mention in entity.mentions):
            return entity
    return None


def _subject(text: str, sentence: Sentence, cast: Cast) -> Resolved | None:
    """Return the person that a sentence without a quotation begins with: a quote that follows it is theirs.

    So is one after "Asked about the tower, Ann Petty was blunt." and after "She laughed."
    """
    if sentence.quotations:
        return None
    pronoun = _BY_PRONOUN.match(text, sentence.start, sentence.end)
    if pronoun is not None:
        return by_pronoun(cast, pronoun.group(1).casefold(), pronoun.start(1))
    lead = _ADVERBIAL.match(text, sentence.start, sentence.end)
    start = lead.end() if lead is not None else sentence.start
    for entity in cast.named_in(Span(start, min(sentence.end, start + 60))):
        starts = [mention.start for mention in entity.mentions if start <= mention.start < start + 60]
        if entity.kind is EntityKind.PERSON and starts and starts[0] - start < (3 if lead else 20):
            return Resolved(entity.name, entity.name, entity)
    return None


def _named_after(text: str, sentence: Sentence, cast: Cast) -> Resolved | None:
    """Return the person that the sentence after a quotation begins with, for words whose speaker is named only then."""
    after = re.compile(r"\s*").match(text, sentence.end)
    start = after.end() if after is not None else sentence.end
    for entity in cast.named_in(Span(start, start + 40)):
        if entity.kind is EntityKind.PERSON and any(start <= mention.start < start + 8 for mention in entity.mentions):
            return cast.resolved(entity)
    return None


def _give_turn(text: str, sentence: Sentence, cast: Cast) -> None:
    """Put whoever is asked something in focus: the answer is theirs."""
    asked = _ASKED.search(text, sentence.start, sentence.end)
    if asked is None or any(quotation.start <= asked.start() < quotation.end for quotation in sentence.quotations):
        return
    for entity in cast.named_in(Span(asked.end(), sentence.end)):
        if entity.kind is EntityKind.PERSON and any(mention.start == asked.end() for mention in entity.mentions):
            cast.remember(entity, asked.end(), sentence.paragraph, ADDRESSED)
