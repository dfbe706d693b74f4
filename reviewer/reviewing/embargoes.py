"""The embargoes that a review's documents carry, and whether one still holds."""

from datetime import datetime

import msgspec

from reviewer.model.document import NoticeCode
from reviewer.model.review import Review
from reviewer.text.embargo import read_embargo


class CarriedEmbargo(msgspec.Struct, frozen=True):
    """An embargo line of a document; `ends` is None when the line names no day that could be read.

    `label` is the source's label, empty for the article.
    """

    label: str
    line: str
    ends: datetime | None

    def holds_at(self, now: datetime) -> bool:
        """Return whether it may not be published yet; an end that could not be read never comes by itself."""
        return self.ends is None or now < self.ends


def carried_embargo(review: Review, now: datetime) -> CarriedEmbargo | None:
    """Return the embargo to mind: one whose end is not known, else the one that ends last; None when there is none.

    `now` has a zone; times printed without one are taken to be of that zone.
    """
    found: list[CarriedEmbargo] = []
    for document, label in _documents(review):
        for notice in review.documents[document].notices:
            if notice.code is NoticeCode.EMBARGO:
                line = notice.arguments.get("text", "")
                found.append(CarriedEmbargo(label, line, _end(line, review.documents[document].published, now)))
    unread = [one for one in found if one.ends is None]
    return unread[0] if unread else max(found, key=lambda one: one.ends or now, default=None)


def _documents(review: Review) -> list[tuple[str, str]]:
    article = [(review.desk.article, "")] if review.article and review.desk.article else []
    return [*article, *((entry.document, entry.label) for entry in review.desk.sources)]


def _end(line: str, published: str | None, now: datetime) -> datetime | None:
    embargo = read_embargo(line, published)
    return embargo.ends(now.tzinfo) if embargo and now.tzinfo else None
