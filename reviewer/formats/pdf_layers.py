"""Which layers of a PDF are shown by its own settings."""

from typing import Any

import pikepdf


class UnknownLayerError(ValueError):
    """Whether a layer is shown cannot be told here."""


class Layers:
    """The layers of a document as its default settings switch them."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        settings = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
        chosen = settings.get("/D", pikepdf.Dictionary())
        self._is_off_first = str(chosen.get("/BaseState", "/ON")) == "/OFF"
        self._on = _numbers(chosen.get("/ON"))
        self._off = _numbers(chosen.get("/OFF"))

    def shows(self, layer: Any) -> bool:  # noqa: ANN401 - a layer, or a rule over several
        """Return whether what belongs to a layer is shown. Raises UnknownLayerError."""
        if not isinstance(layer, pikepdf.Dictionary):
            return True
        if str(layer.get("/Type", "")) != "/OCMD":
            return self._is_on(layer)
        if "/VE" in layer:
            raise UnknownLayerError("a layer shown by an expression")
        groups = layer.get("/OCGs")
        several = list(groups) if isinstance(groups, pikepdf.Array) else [groups]
        states = [self._is_on(one) for one in several if isinstance(one, pikepdf.Dictionary)]
        if not states:
            return True
        rule = str(layer.get("/P", "/AnyOn"))
        rules = {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}
        return rules.get(rule, any(states))

    def _is_on(self, layer: Any) -> bool:  # noqa: ANN401 - a layer
        number = layer.objgen
        if number in self._off:
            return False
        return number in self._on or not self._is_off_first


def _numbers(array: Any) -> set[tuple[int, int]]:  # noqa: ANN401 - an array or nothing
    return {one.objgen for one in array} if isinstance(array, pikepdf.Array) else set()
