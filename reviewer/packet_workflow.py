"""From a review to the files of a packet; with marks in it, without anything that the editor marked.

A marked review is redacted before it becomes a packet: its galleys here, by children, its texts and strings in the
child that writes. The finished files then go to another child that tries to recover the removed words. Every function
here blocks until a child has answered; nothing is saved here.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.packet import PacketFile, PacketOptions, PacketRedaction, TextCut
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionHit, RedactionMark, RedactionOrder
from reviewer.model.request import (
    FindRedactions,
    MakePacket,
    PacketMade,
    Proved,
    ProveFile,
    Redacted,
    RedactFile,
    RedactionsFound,
    Reply,
    Request,
)
from reviewer.model.review import Review
from reviewer.redacting.judging import refuse_survivors
from reviewer.redacting.plan import lost_marks
from reviewer.redacting.text_cuts import (
    galley_marks,
    galley_order,
    has_kept_places,
    in_lines,
    keeping_places,
    marked_words,
    reaching_all,
    stands_uncut,
    telling_words,
    text_cuts,
)
from reviewer.redacting.twins import Twins
from reviewer.text.needles import Needles
from reviewer.workflow import Asker, OnProgress

_Reply = TypeVar("_Reply", bound=Reply)
Bytes = Callable[[str], bytes]
"""Gives a document's bytes by its id."""


def make_packet(
    asker: Asker,
    review: Review,
    options: PacketOptions,
    original: Bytes,
    galley: Bytes,
    *,
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> tuple[PacketFile, ...]:
    """Have the packet's files made and checked; nothing is saved yet. Raises ReviewerError.

    `original` and `galley` give a document's bytes by id; only those of the article and the sources are asked for.
    Once anything is marked no original goes into a packet at all, and a packet in which a child recovers a marked
    word is refused with PACKET_LEAKS. Marks that lost their place raise MARK_LOST, and whatever redacting a galley
    raises goes on to the caller.
    """
    if review.article is None:
        raise ReviewerError(ProblemCode.NO_ARTICLE)
    used = [document.id for document in (review.article, *review.sources)]
    slim = msgspec.structs.replace(review, documents={one: review.documents[one] for one in used})
    asking = _Asking(asker, on_progress, cancel)
    if review.desk.marks:
        return _Redacting(asking, slim, options, galley).files()
    request = MakePacket(slim, options, {one: original(one) for one in used}, {one: galley(one) for one in used})
    return asking.ask(request, PacketMade).files


class _Asking(msgspec.Struct):
    """An asker with what goes along with every question."""

    asker: Asker
    on_progress: OnProgress | None
    cancel: threading.Event | None

    def ask(self, request: Request, expect: type[_Reply]) -> _Reply:
        """Return the reply to a request. Raises ReviewerError."""
        return self.asker.ask(request, expect, on_progress=self.on_progress, cancel=self.cancel)


class _Edition(msgspec.Struct):
    """A packet with the words that were removed for it, and what it was made from."""

    files: tuple[PacketFile, ...]
    removed: tuple[str, ...]
    request: MakePacket


class _Redacting:
    """One packet of a review that has marks."""

    def __init__(self, asking: _Asking, review: Review, options: PacketOptions, galley: Bytes) -> None:
        self._asking, self._review, self._options, self._galley = asking, review, options, galley
        self._documents = tuple(review.documents.values())
        self._marks = review.desk.marks
        self._words = marked_words(self._documents, self._marks)
        self._clean: dict[tuple[str, bool], Redacted] = {}

    def files(self) -> tuple[PacketFile, ...]:
        """Return the packet's files, attacked for every word that was removed. Raises ReviewerError.

        A word that the editor left standing somewhere may be found in the packet: in a table or a caption nothing of
        what stood round it tells the place. Such words are looked for in a second packet, made in the same way with
        those places gone as well; in it none of them may be found.
        """
        for document in self._documents:
            lost = lost_marks(document, self._marks)
            if lost:
                raise ReviewerError(ProblemCode.MARK_LOST, name=document.name, count=str(len(lost)))
        edition = self._edition(keeping=True)
        if any(has_kept_places(document, self._marks, self._words) for document in self._documents):
            emptied = self._edition(keeping=False)
            self._attack(emptied, (*emptied.removed, *edition.removed))
            gone = [word for word in edition.removed if not self._stands(word, keeping=True)]
            self._attack(edition, gone)
        else:
            self._attack(edition, edition.removed)
        return edition.files

    def _edition(self, keeping: bool) -> _Edition:
        galleys = {document.id: self._clean_galley(document, keeping) for document in self._documents}
        removed = chain(self._words.terms, *(one.removed for one in galleys.values()))
        words = tuple(
            word for word in dict.fromkeys(removed) if word in self._words.terms or not self._stands(word, keeping)
        )
        cuts = self._cuts(keeping)
        also = telling_words(self._documents, cuts)
        redaction = PacketRedaction(cuts, (*words, *also), {**also, **self._words.reasons})
        contents = {key: one.content for key, one in galleys.items()}
        request = MakePacket(self._review, self._options, {}, contents, redaction)
        return _Edition(self._asking.ask(request, PacketMade).files, words, request)

    def _cuts(self, keeping: bool) -> Mapping[str, tuple[TextCut, ...]]:
        return {one.id: text_cuts(one, self._marks, self._words, keeping) for one in self._documents}

    def _stands(self, word: str, keeping: bool) -> bool:
        """Return whether a word stands in any document where nobody marked it."""
        cuts = self._cuts(keeping)
        return any(stands_uncut(document, cuts[document.id], word) for document in self._documents)

    def _clean_galley(self, document: Document, keeping: bool) -> Redacted:
        """Return a document's galley without what was marked, proved clean."""
        has_kept = has_kept_places(document, self._marks, self._words)
        key = (document.id, keeping or not has_kept)
        if key not in self._clean:
            self._clean[key] = self._redacted(document, keeping)
        return self._clean[key]

    def _redacted(self, document: Document, keeping: bool) -> Redacted:
        """Return a redacted galley; its `removed` leaves out what was only looked for line by line."""
        content, name = self._galley(document.id), _galley_name(document)
        marks = galley_marks(document, self._marks, self._words, keeping)
        order, hits = self._found(document, content, marks)
        lines = in_lines(document, marks, hits)
        if lines:
            marks = (*marks, *lines)
            order, hits = self._found(document, content, marks)
        order = reaching_all(document, marks, order, hits)
        order = keeping_places(document, marks, order, hits)
        try:
            made = self._asking.ask(RedactFile(name, content, order, self._marks[-1].by), Redacted)
        except ReviewerError as error:
            if error.problem.code is not ProblemCode.NOTHING_TO_REDACT or marks:
                raise
            return Redacted(content, (), (), ())
        self._prove(document, content, made, order)
        pieces = {" ".join(mark.target.exact.split()) for mark in lines if isinstance(mark.target, Anchor)}
        return msgspec.structs.replace(made, removed=tuple(one for one in made.removed if one not in pieces))

    def _found(
        self, document: Document, content: bytes, marks: Sequence[RedactionMark]
    ) -> tuple[RedactionOrder, tuple[RedactionHit, ...]]:
        order = galley_order(document, marks, self._words)
        request = FindRedactions(_galley_name(document), content, order)
        return order, self._asking.ask(request, RedactionsFound).hits

    def _prove(self, document: Document, content: bytes, made: Redacted, order: RedactionOrder) -> None:
        proof = ProveFile(_galley_name(document), made.content, made.removed, order.areas, kept=order.kept)
        proved = self._asking.ask(proof, Proved)
        refuse_survivors(proved, document.name, b"" if document.typeset else content)

    def _attack(self, edition: _Edition, words: Sequence[str]) -> None:
        """Have another child try to recover removed words from each file. Raises ReviewerError when it does.

        Words that the packet prints by itself are found in any case: they pass when a packet with other words in
        their place is the same.
        """
        words = tuple(dict.fromkeys(words))
        needles = Needles(words)
        places: dict[str, str] = {}
        for file in edition.files:
            for match in needles.find(file.name):
                places.setdefault(match.term, "a file's name")
            proved = self._asking.ask(ProveFile(file.name, file.content, words), Proved) if words else Proved(())
            for survivor in proved.survivors:
                places.setdefault(words[survivor.needle], f"{file.name}, {survivor.part}")
            if proved.unread:
                reason = f"{proved.unread[0]} cannot be checked for redacted words"
                raise ReviewerError(ProblemCode.PACKET_BROKEN, name=file.name, reason=reason)
        if places and not self._has_twin(edition, tuple(places)):
            where = next(iter(places.values()))
            raise ReviewerError(ProblemCode.PACKET_LEAKS, what="a redacted word", where=where)

    def _has_twin(self, edition: _Edition, words: Sequence[str]) -> bool:
        """Return whether a packet made with other words in the place of these is the same, byte for byte."""
        made = edition.request
        redaction = made.redaction
        if redaction is None or not all(any(letter.isalnum() for letter in word) for word in words):
            return False
        twins = Twins(made.review, redaction.cuts, words)
        request = MakePacket(
            twins.twin(made.review), twins.twin(made.options), {}, made.galleys, twins.redaction(redaction)
        )
        try:
            return self._asking.ask(request, PacketMade).files == edition.files
        except ReviewerError as error:
            if error.problem.code is ProblemCode.CANCELLED:
                raise
            return False


def _galley_name(document: Document) -> str:
    return document.name if document.name.casefold().endswith(".pdf") else f"{document.name}.pdf"
