from reviewer.model.geometry import Box
from reviewer.pages.page_pixels import PagePixels, differing_pixels

WIDTH, HEIGHT = 40, 60


def _pixels(*dots: tuple[int, int], shade: int = 0) -> PagePixels:
    samples = bytearray(b"\xff" * (WIDTH * HEIGHT * 3))
    for x, y in dots:
        at = (y * WIDTH + x) * 3
        samples[at + 1] = shade
    return PagePixels(WIDTH, HEIGHT, bytes(samples))


def test_every_dot_that_differs_is_counted_wherever_it_is() -> None:
    dots = [(0, 0), (39, 0), (5, 7), (5, 8), (20, 31), (0, 59), (39, 59)]
    assert differing_pixels(_pixels(), _pixels(*dots), [], 1.0, 8) == len(dots)


def test_a_difference_in_one_colour_counts_beyond_the_tolerance() -> None:
    assert differing_pixels(_pixels(), _pixels((9, 9), shade=255 - 9), [], 1.0, 8) == 1
    assert differing_pixels(_pixels(), _pixels((9, 9), shade=255 - 8), [], 1.0, 8) == 0


def test_what_differs_in_the_given_boxes_is_left_aside() -> None:
    assert differing_pixels(_pixels(), _pixels((10, 10), (30, 50)), [Box(8, 8, 12, 12)], 1.0, 8) == 1
