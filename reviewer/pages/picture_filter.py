"""Pictures cut to what is seen of them: pixels outside their clips, off the page or in blanked areas go."""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import pymupdf as _pymupdf

from reviewer.model.geometry import Box

_low: Any = _pymupdf.mupdf

_LARGEST_PIXELS = 60_000_000
_EVERYWHERE = (-0x80000000, -0x80000000, 0x7FFFFF80, 0x7FFFFF80)
_Mask = np.ndarray[Any, np.dtype[np.uint8]]


class PictureTooLargeError(Exception):
    """A picture has more pixels than can be gone through."""


class StencilError(Exception):
    """A stencil is only partly to be kept."""


class Clip(msgspec.Struct, frozen=True):
    """A path inside which painting shows; `stroke` when its outline and not its inside does."""

    path: Any
    even_odd: int
    ctm: Any
    stroke: Any = None


class PictureFilter:
    """Cuts the pictures of one page. `size` is the page's width and height in points."""

    def __init__(self, size: tuple[float, float], blanked: Sequence[Box]) -> None:
        self._page = Box(0, 0, *size)
        self._blanked = blanked

    def is_touched(self, ctm: Any) -> bool:  # noqa: ANN401 - the native object has no type of its own
        """Return whether a picture painted through this matrix lies in a blanked area."""
        box = _unit_box(ctm)
        return any(_overlap(box, blank) for blank in self._blanked)

    def seen_part(self, image: Any, ctm: Any, clips: Sequence[Clip], is_mask: bool) -> tuple[Any, Any] | None:  # noqa: ANN401 - native
        """Return the picture as it may stay, with its matrix; None when nothing of it is seen.

        Raises StencilError and PictureTooLargeError.
        """
        box = _unit_box(ctm)
        if not _overlap(box, self._page) or any(not _overlap(box, _clip_box(clip)) for clip in clips):
            return None
        slack = max(0.75, 1.01 * box.width / max(image.w, 1), 1.01 * box.height / max(image.h, 1))
        limits = [self._page, *(_clip_box(clip) for clip in clips)]
        is_whole = all(box.lies_in(limit, slack) for limit in limits) and all(map(_is_plain, clips))
        if is_whole and not self.is_touched(ctm):
            return _low.FzImage(_low.ll_fz_keep_image(image)), ctm
        if is_mask:
            raise StencilError("a stencil that is only partly seen")
        return self._overwritten(image, ctm, clips), ctm

    def _overwritten(self, image: Any, ctm: Any, clips: Sequence[Clip]) -> Any:  # noqa: ANN401 - native
        picture = _low.FzImage(_low.ll_fz_keep_image(image))
        pixmap = pixels_of(picture)
        seen, blank = self._masks(pixmap.w(), pixmap.h(), ctm, clips)
        channels = pixmap.n()
        samples = samples_of(pixmap)
        samples[seen == 0] = 255
        samples[blank > 0] = 0
        new = _pixmap(samples, channels)
        mask = _low.FzImage()
        if image.mask:
            alpha = pixels_of(_low.FzImage(_low.ll_fz_keep_image(image.mask)))
            seen, blank = self._masks(alpha.w(), alpha.h(), ctm, clips)
            opacity = samples_of(alpha)
            opacity[seen == 0] = 0
            opacity[blank > 0] = 255
            mask = _low.fz_new_image_from_pixmap(_pixmap(opacity, 1), _low.FzImage())
        return _low.fz_new_image_from_pixmap(new, mask)

    def _masks(self, width: int, height: int, ctm: Any, clips: Sequence[Clip]) -> tuple[_Mask, _Mask]:  # noqa: ANN401 - native
        to_pixels = _low.fz_concat(_low.fz_invert_matrix(_low.FzMatrix(ctm)), _low.FzMatrix(width, 0, 0, height, 0, 0))
        seen = _canvas(width, height)
        device = _low.fz_new_draw_device(_low.FzMatrix(), seen)
        for clip in clips:
            matrix = _low.fz_concat(clip.ctm, to_pixels)
            if clip.stroke is None:
                _low.fz_clip_path(device, clip.path, clip.even_odd, matrix, _low.FzRect(*_EVERYWHERE))
            else:
                _low.fz_clip_stroke_path(device, clip.path, clip.stroke, matrix, _low.FzRect(*_EVERYWHERE))
        _fill(device, [self._page], to_pixels)
        for _ in clips:
            _low.fz_pop_clip(device)
        _low.fz_close_device(device)
        blank = _canvas(width, height)
        device = _low.fz_new_draw_device(_low.FzMatrix(), blank)
        _fill(device, self._blanked, to_pixels)
        _low.fz_close_device(device)
        return samples_of(seen)[:, :, 0], samples_of(blank)[:, :, 0]


def _fill(device: Any, boxes: Sequence[Box], matrix: Any) -> None:  # noqa: ANN401 - native objects
    """Paint boxes white, as a picture of one pixel: a path's colour cannot be passed from here."""
    white = _low.fz_new_image_from_pixmap(_pixmap(np.full((1, 1, 1), 255, np.uint8), 1), _low.FzImage())
    for box in boxes:
        square = _low.fz_concat(_low.FzMatrix(box.width, 0, 0, box.height, box.x0, box.y0), matrix)
        _low.fz_fill_image(device, white, square, 1.0, _low.FzColorParams())


def _canvas(width: int, height: int) -> Any:  # noqa: ANN401 - the native object has no type of its own
    pixmap = _low.fz_new_pixmap(_low.fz_device_gray(), width, height, _low.FzSeparations(), 0)
    _low.fz_clear_pixmap_with_value(pixmap, 0)
    return pixmap


def pixels_of(image: Any) -> Any:  # noqa: ANN401 - the native object has no type of its own
    """Return the pixels of a picture in grey or RGB, without alpha."""
    width, height = image.w(), image.h()
    if width * height > _LARGEST_PIXELS:
        raise PictureTooLargeError("a picture of too many pixels")
    everything = _low.FzIrect(*_EVERYWHERE)
    answer = _low.fz_get_pixmap_from_image(image, everything, _low.FzMatrix(width, 0, 0, height, 0, 0))
    pixmap = answer[0] if isinstance(answer, tuple) else answer
    space = pixmap.colorspace()
    if pixmap.alpha() or not space.m_internal or space.fz_colorspace_n() not in (1, 3):
        if not space.m_internal:
            return pixmap
        pixmap = _low.fz_convert_pixmap(
            pixmap, _low.fz_device_rgb(), _low.FzColorspace(), _low.FzDefaultColorspaces(), _low.FzColorParams(), 0
        )
    return pixmap


def samples_of(pixmap: Any) -> _Mask:  # noqa: ANN401 - the native object has no type of its own
    """Return a copy of a pixmap's samples: rows by columns by channels, 0 to 255."""
    view = np.frombuffer(_low.ll_fz_pixmap_samples_memoryview(pixmap.m_internal), np.uint8)
    rows = view.reshape(pixmap.h(), pixmap.stride())[:, : pixmap.w() * pixmap.n()]
    return rows.reshape(pixmap.h(), pixmap.w(), pixmap.n()).copy()


def _pixmap(samples: _Mask, channels: int) -> Any:  # noqa: ANN401 - the native object has no type of its own
    height, width = samples.shape[:2]
    space = _pymupdf.csGRAY if channels == 1 else _pymupdf.csRGB
    made: Any = _pymupdf.Pixmap(space, width, height, samples.tobytes(), False)  # type: ignore[no-untyped-call]
    return made.this


def _is_plain(clip: Clip) -> bool:
    """Return whether a clip is one upright rectangle."""
    path = _low.FzPath(_low.ll_fz_keep_path(clip.path.m_internal))
    return clip.stroke is None and bool(_low.fz_path_is_rect(path, clip.ctm))


def _clip_box(clip: Clip) -> Box:
    stroke = clip.stroke if clip.stroke is not None else _low.FzStrokeState()
    return _box(_low.fz_bound_path(clip.path, stroke, clip.ctm))


def _unit_box(ctm: Any) -> Box:  # noqa: ANN401 - the native object has no type of its own
    return _box(_low.fz_transform_rect(_low.FzRect(0, 0, 1, 1), _low.FzMatrix(ctm)))


def _box(rect: Any) -> Box:  # noqa: ANN401 - the native object has no type of its own
    return Box(rect.x0, rect.y0, rect.x1, rect.y1)


def _overlap(first: Box, second: Box) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1 and first.y0 < second.y1 and second.y0 < first.y1
