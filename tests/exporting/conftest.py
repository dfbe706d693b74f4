"""Packets made once and looked at by many tests."""

import io

import pikepdf
import pytest

from reviewer.exporting.packet import make_packet
from reviewer.model.packet import PacketFormat, Profile
from reviewer.pages.mupdf import Pdf
from tests.documents.review_builder import options
from tests.documents.sallowmere import sallowmere

BOTH = (PacketFormat.PDF, PacketFormat.DOCX)


@pytest.fixture(scope="session")
def review():
    return sallowmere().build()


@pytest.fixture(scope="session")
def packets():
    """Return a function that makes the packet of the Sallowmere review for a profile, once."""
    made = {}

    def packet(profile):
        if profile not in made:
            builder = sallowmere()
            files = make_packet(builder.build(), options(profile, BOTH), builder.originals, builder.galleys)
            made[profile] = {file.name.rsplit(".", 1)[-1]: file for file in files}
        return made[profile]

    return packet


@pytest.fixture(scope="session")
def desk(packets):
    return packets(Profile.DESK)


@pytest.fixture(scope="session")
def desk_pdf(desk):
    with pikepdf.open(io.BytesIO(desk["pdf"].content)) as pdf:
        yield pdf


@pytest.fixture(scope="session")
def desk_texts(desk):
    """Return the text of each page of the desk packet."""
    return page_texts(desk["pdf"].content)


def page_texts(content):
    pdf = Pdf.open(content)
    try:
        return [" ".join(word.text for word in page.printed_words()[0]) for page in pdf.pages()]
    finally:
        pdf.close()
