"""Checks of a review.json that a child read."""

import hashlib

from reviewer.isolation.validation_of_documents import require
from reviewer.model.exported import flaw_in
from reviewer.model.request import ReadReviewJson, ReviewJsonRead


def check_exported(request: ReadReviewJson, untrusted: ReviewJsonRead) -> None:
    """Check what a child read from a review.json or from a packet that carries one. Raises GarbledError."""
    exported = untrusted.exported
    require(exported.name == request.name, "another name than the one sent")
    if not request.content.startswith(b"%PDF"):
        require(exported.sha256 == hashlib.sha256(request.content).hexdigest(), "a hash that is not the file's")
    flaw = flaw_in(exported)
    require(not flaw, flaw)
