import pytest

from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.crops import crop_png, crop_pngs
from reviewer.pages.mupdf import Pdf
from reviewer.pages.render import RenderedGalley
from reviewer.pages.typeset import typeset
from tests.documents.pdf_builder import PdfBuilder


@pytest.fixture
def galley():
    return RenderedGalley(PdfBuilder().page(200, 100).text(20, 50, "Boats").page(200, 100).content())


def test_a_page_is_drawn_at_the_scale_asked_for(galley):
    raster = galley.render(1, 2.0)

    assert (raster.width, raster.height) == (400, 200)
    assert raster.stride >= 4 * raster.width
    assert len(raster.data) == raster.stride * raster.height


def test_paper_is_opaque_white_and_ink_is_dark(galley):
    empty, written = galley.render(2, 1.0), galley.render(1, 1.0)

    assert set(empty.data) == {255}
    assert min(written.data) < 60
    assert set(written.data[3::4]) == {255}


def test_colours_come_in_the_order_blue_green_red_alpha():
    builder = PdfBuilder().page(10, 10)
    builder.document[0].draw_rect((0, 0, 10, 10), color=(1, 0, 0), fill=(1, 0, 0))

    raster = RenderedGalley(builder.content()).render(1, 1.0)

    middle = 5 * raster.stride + 5 * 4
    assert tuple(raster.data[middle : middle + 4]) == (0, 0, 255, 255)


def test_a_tile_holds_the_same_pixels_as_the_whole_page(galley):
    whole = galley.render(1, 3.0)
    tile = galley.render(1, 3.0, Box(20, 30, 60, 60))

    assert (tile.width, tile.height) == (120, 90)
    for row in range(tile.height):
        start = (row + 90) * whole.stride + 60 * 4
        assert tile.data[row * tile.stride :][: tile.width * 4] == whole.data[start : start + tile.width * 4]


def test_a_tile_is_cut_to_the_page(galley):
    tile = galley.render(1, 1.0, Box(-50, 90, 900, 900))

    assert (tile.width, tile.height) == (200, 10)


def test_pages_are_counted_from_one(galley):
    assert galley.page_count == 2
    for page in (0, 3):
        with pytest.raises(ReviewerError) as caught:
            galley.render(page, 1.0)
        assert caught.value.problem.code is ProblemCode.DAMAGED


@pytest.mark.parametrize("scale", [60.0, 1e9, 0.0, -1.0, float("nan"), float("inf")])
def test_a_senseless_scale_is_refused(galley, scale):
    with pytest.raises(ReviewerError) as caught:
        galley.render(1, scale)

    assert caught.value.problem.code is ProblemCode.MEMORY_LIMIT


def test_a_small_tile_can_be_drawn_at_a_scale_too_large_for_the_page(galley):
    assert galley.render(1, 60.0, Box(0, 0, 10, 10)).width == 600


def test_more_pages_than_are_kept_can_be_drawn():
    galley = RenderedGalley(typeset("\n".join("ab" * 2 for _ in range(2000)), []).pdf)

    first = galley.render(1, 0.5)
    for page in range(1, galley.page_count + 1):
        galley.render(page, 0.5)

    assert galley.page_count > 24
    assert galley.render(1, 0.5) == first


def test_a_rotated_page_is_drawn_as_displayed():
    galley = RenderedGalley(PdfBuilder().page(200, 100).rotated(90).content())

    raster = galley.render(1, 1.0)

    assert (raster.width, raster.height) == (100, 200)


def test_a_crop_is_a_png_of_the_size_asked_for():
    content = PdfBuilder().page(200, 100).text(20, 50, "Secret").content()

    png = crop_png(content, 1, Box(10, 20, 82, 56), dpi=144)

    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (144, 72)
    assert b"Secret" not in png


def test_many_crops_of_one_file_are_made_in_their_order():
    content = PdfBuilder().page(200, 100).page(200, 100).content()

    wide, high = crop_pngs(content, [(2, Box(0, 0, 72, 36)), (1, Box(0, 0, 36, 72))], dpi=72)

    assert (wide[16:24], high[16:24]) == (b"\0\0\0H\0\0\0$", b"\0\0\0$\0\0\0H")


def test_the_wrapper_prints_nothing_about_broken_files(capfd):
    with pytest.raises(ReviewerError):
        Pdf.open(b"%PDF-1.7\nnothing here")

    assert capfd.readouterr() == ("", "")
