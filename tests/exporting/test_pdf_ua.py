"""Our own pages, with their annotations, are PDF/UA-1 as far as a machine can decide."""

import io

import pikepdf
import pytest
from pikepdf import Name

from reviewer.exporting.packet import make_packet
from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule
from reviewer.model.packet import PacketFormat, PaperSize, Profile
from tests.documents.pdf_ua import failures
from tests.documents.review_builder import ReviewBuilder, options
from tests.documents.sallowmere import sallowmere

SCRIPTS = "Rally in the square\nThey said “نريد الماء الآن” and “אנחנו כאן” and 住民は反対 and Привет and Γειά 🚢.\n"


def quiet():
    return ReviewBuilder("Quiet day in Sallowmere\nNothing at all happened in the town on Tuesday.\n")


def in_every_script():
    builder = ReviewBuilder(SCRIPTS)
    source = builder.source("square.txt", SCRIPTS)
    claim = builder.claim("They said “نريد الماء الآن”", ClaimKind.DIRECT_QUOTE)
    builder.found(claim, source, "They said “نريد الماء الآن”", Rule.VERBATIM)
    return builder


def many_claims():
    words = [f"Ship {number} carried {number * 7} crates of tin." for number in range(1, 61)]
    builder = ReviewBuilder("Tin rush\n" + "\n".join(words) + "\n")
    source = builder.source("manifest.txt", "\n".join(words).replace("crates", "boxes"))
    for text in words:
        builder.found(builder.claim(text), source, text.replace("crates", "boxes"), Rule.FIGURE_CHANGED)
    return builder


def pdf_of(builder, profile=Profile.DESK, **changes):
    files = make_packet(
        builder.build(), options(profile, (PacketFormat.PDF,), **changes), builder.originals, builder.galleys
    )
    return next(file.content for file in files if file.name.endswith(".pdf"))


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_is_clean(packets, profile):
    assert failures(packets(profile)["pdf"].content) == []


@pytest.mark.parametrize("make", [quiet, in_every_script, many_claims])
@pytest.mark.parametrize("paper", list(PaperSize))
def test_every_kind_of_review_is_clean_on_every_paper(make, paper):
    assert failures(pdf_of(make(), paper=paper)) == []


def without(change):
    """Return the packet of a quiet review with one thing broken."""
    builder = sallowmere()
    with pikepdf.open(io.BytesIO(pdf_of(builder))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def first(pdf, kind):
    todo = [pdf.Root.StructTreeRoot.K]
    while todo:
        obj = todo.pop(0)
        if obj.get("/S") == kind:
            return obj
        todo += [kid for kid in obj.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    raise AssertionError(kind)


def annotation(pdf, subtype):
    return next(one for page in pdf.pages for one in page.obj.get("/Annots", []) if one.Subtype == subtype)


def draw_bare(pdf):
    page = pdf.pages[0]
    page.contents_add(b"0 0 9 9 re f")


BREAKS = {
    "01-005": draw_bare,
    "02-001": lambda pdf: first(pdf, Name.P).__setattr__("S", Name.Paragraph),
    "06-002": lambda pdf: pdf.Root.__setattr__("Metadata", pdf.make_stream(b"<dc:title><x>T</x></dc:title>")),
    "07-001": lambda pdf: pdf.Root.__delattr__("ViewerPreferences"),
    "09-004": lambda pdf: first(pdf, Name.TR).__setattr__("S", Name.LI),
    "10-001": lambda pdf: next(iter(pdf.pages[0].Resources.Font.values())).__delattr__("ToUnicode"),
    "11-006": lambda pdf: pdf.Root.__delattr__("Lang"),
    "13-004": lambda pdf: first(pdf, Name.Figure).__delattr__("Alt"),
    "14-003": lambda pdf: first(pdf, Name.H2).__setattr__("S", Name.H4),
    "15-003": lambda pdf: first(pdf, Name.TH).__delattr__("A"),
    "21-001": lambda pdf: pdf.Root.Names.EmbeddedFiles.Names[1].__delattr__("UF"),
    "28-002": lambda pdf: first(pdf, Name.Annot).__setattr__("S", Name.P),
    "28-004": lambda pdf: (
        annotation(pdf, Name.Highlight).__delattr__("Contents"),
        first(pdf, Name.Annot).__delattr__("Alt"),
    ),
    "28-008": lambda pdf: [page.obj.__delattr__("Tabs") for page in pdf.pages],
    "28-011": lambda pdf: first(pdf, Name.Link).__setattr__("S", Name.Span),
    "28-012": lambda pdf: annotation(pdf, Name.Link).__delattr__("Contents"),
}


@pytest.mark.parametrize("number", BREAKS)
def test_a_broken_point_is_noticed(number):
    assert any(line.startswith(number) for line in failures(without(BREAKS[number])))
