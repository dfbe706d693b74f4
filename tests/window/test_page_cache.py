"""Pages are asked for few at a time, kept while there is room, and never waited for."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from reviewer.gui.page_cache import MOST_UNDER_WAY, PageCache, PageKey, image_of
from reviewer.model.request import Pixels


class Asked(QObject):
    ready = Signal(object)

    def __init__(self):
        super().__init__()
        self.pages = []

    def request(self, document, page, scale, clip=None):
        self.pages.append(page)

    def draw(self, page, scale=1.0, document="d", side=10):
        self.ready.emit(Pixels(document, page, scale, side, side, side * 4, bytes(side * side * 4)))


@pytest.fixture
def source(qapp):
    return Asked()


def keys(*pages, scale=1.0):
    return [PageKey("d", page, scale) for page in pages]


def test_a_page_is_there_once_it_was_drawn(source):
    cache = PageCache(source)
    cache.want(keys(3))
    assert cache.image(keys(3)[0]) is None
    source.draw(3)
    assert cache.image(keys(3)[0]).width() == 10


def test_the_most_urgent_pages_are_asked_for_first_and_few_at_once(source):
    cache = PageCache(source)
    cache.want(keys(*range(50, 70)))
    assert source.pages == list(range(50, 50 + MOST_UNDER_WAY))


def test_the_next_page_is_asked_for_when_one_arrives(source):
    cache = PageCache(source)
    cache.want(keys(*range(1, 10)))
    source.draw(1)
    assert source.pages[-1] == MOST_UNDER_WAY + 1


def test_a_page_scrolled_past_before_it_was_asked_for_is_forgotten(source):
    cache = PageCache(source)
    cache.want(keys(*range(1, 100)))
    cache.want(keys(900))
    for page in range(1, MOST_UNDER_WAY + 1):
        source.draw(page)
    assert source.pages[MOST_UNDER_WAY:] == [900]


def test_a_page_is_not_asked_for_twice(source):
    cache = PageCache(source)
    cache.want(keys(1))
    cache.want(keys(1))
    source.draw(1)
    cache.want(keys(1))
    assert source.pages == [1]


def test_a_page_that_never_came_is_asked_for_again(source, monkeypatch):
    now = [0.0]
    monkeypatch.setattr("reviewer.gui.page_cache.monotonic", lambda: now[0])
    cache = PageCache(source)
    cache.want(keys(1))
    now[0] = 60.0
    cache.want(keys(1))
    assert source.pages == [1, 1]


def test_a_page_at_another_scale_stands_in(source):
    cache = PageCache(source)
    cache.want(keys(1))
    source.draw(1)
    wanted = keys(1, scale=2.0)[0]
    assert cache.image(wanted) is None
    assert cache.stand_in(wanted).width() == 10


def test_the_page_painted_longest_ago_goes_when_room_is_needed(source):
    cache = PageCache(source, budget=3 * 400)
    for page in (1, 2, 3):
        cache.want(keys(page))
        source.draw(page)
    cache.image(keys(1)[0])
    cache.want(keys(4))
    source.draw(4)
    assert cache.image(keys(2)[0]) is None
    assert cache.image(keys(1)[0]) is not None
    assert cache.bytes_kept <= 3 * 400


def test_pages_of_other_documents_are_not_kept(source):
    cache = PageCache(source)
    cache.want(keys(1))
    source.draw(1, document="other")
    assert cache.bytes_kept == 0


def test_images_are_treated_once_on_arrival_and_not_on_the_windows_thread(source, qtbot):
    cache = PageCache(source)
    threads = []
    cache.set_treatment(lambda image: threads.append(threading.current_thread()) or image)
    cache.want(keys(1))
    with qtbot.waitSignal(cache.arrived):
        source.draw(1)
    assert cache.image(keys(1)[0]) is not None
    assert len(threads) == 1 and threads[0] is not threading.main_thread()


def test_a_page_treated_for_the_theme_before_is_dropped(source, qtbot):
    cache = PageCache(source)
    may_go_on = threading.Event()
    cache.set_treatment(lambda image: may_go_on.wait(5) and image)
    cache.want(keys(1))
    source.draw(1)
    cache.set_treatment(None)
    may_go_on.set()
    qtbot.wait(50)
    assert cache.image(keys(1)[0]) is None


def test_a_page_that_is_ready_after_its_view_is_gone_hurts_nobody(source, qtbot):
    cache = PageCache(source)
    may_go_on = threading.Event()
    cache.set_treatment(lambda image: may_go_on.wait(5) and image)
    cache.want(keys(1))
    source.draw(1)
    cache.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    may_go_on.set()
    qtbot.wait(50)


@pytest.mark.parametrize(
    "pixels",
    [
        Pixels("d", 1, 1.0, 10, 10, 40, bytes(399)),
        Pixels("d", 1, 1.0, 10, 10, 20, bytes(400)),
        Pixels("d", 1, 1.0, -10, 10, 40, bytes(400)),
        Pixels("d", 1, 1.0, 10, 0, 40, b""),
        Pixels("d", 1, 1.0, 2**30, 2**30, 2**32, bytes(400)),
    ],
)
def test_numbers_that_do_not_fit_the_bytes_make_no_image(qapp, pixels):
    assert image_of(pixels).isNull()


def test_a_broken_page_does_not_stop_the_others(source):
    cache = PageCache(source)
    cache.want(keys(1, 2))
    source.ready.emit(Pixels("d", 1, 1.0, 10, 10, 40, b""))
    source.draw(2)
    assert cache.image(keys(2)[0]) is not None
