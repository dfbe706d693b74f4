"""A journal that keeps a session's documents in memory: for reviews that are not saved."""

from collections.abc import Collection, Mapping, Sequence

from reviewer.model.request import OpenedDocument
from reviewer.model.review import Desk, Review
from reviewer.reviewing.edits import Edit


class DocumentShelf:
    """Keeps originals, galleys and indexes by document id and forgets everything else."""

    is_saved = True

    def __init__(self) -> None:
        self._opened: dict[str, OpenedDocument] = {}
        self._indexes: dict[str, bytes] = {}

    def original(self, document: str) -> bytes:
        """Return the bytes of a document as they came. Raises KeyError when it is not here."""
        return self._opened[document].original

    def galley(self, document: str) -> bytes:
        """Return a document's galley, a PDF. Raises KeyError when it is not here."""
        return self._opened[document].galley

    def write_documents(self, opened: Sequence[OpenedDocument]) -> None:
        """Keep documents with their bytes and galleys."""
        self._opened.update({one.document.id: one for one in opened})

    def write_edit(self, edit: Edit, before: Desk, review: Review) -> None:
        """Edits are not kept."""

    def write_undo(self, review: Review) -> None:
        """Nor that one was taken back."""

    def write_redo(self, review: Review) -> None:
        """Nor that one was made again."""

    def write_results(self, review: Review) -> None:
        """Results are not kept."""

    def write_indexes(self, indexes: Mapping[str, bytes]) -> None:
        """Keep what matching made of documents, by their ids."""
        self._indexes.update(indexes)

    def indexes(self, documents: Collection[str]) -> dict[str, bytes]:
        """Return what was kept for these documents."""
        return {document: index for document, index in self._indexes.items() if document in documents}
