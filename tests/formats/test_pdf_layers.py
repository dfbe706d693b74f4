import pikepdf
from pikepdf import Array, Dictionary, Name

from reviewer.formats.pdf_layers import Layers


def layered(**settings: object) -> tuple[pikepdf.Pdf, list[pikepdf.Object]]:
    pdf = pikepdf.new()
    several = [pdf.make_indirect(Dictionary(Type=Name.OCG)) for _ in range(2)]
    chosen = Dictionary({f"/{key}": Array([several[at] for at in value]) for key, value in settings.items()})
    pdf.Root.OCProperties = Dictionary(OCGs=Array(several), D=chosen)
    return pdf, several


def test_a_layer_is_shown_unless_it_is_switched_off() -> None:
    pdf, (first, second) = layered(OFF=[1])
    assert Layers(pdf).shows(first) and not Layers(pdf).shows(second)


def test_where_all_begin_switched_off_only_those_switched_on_are_shown() -> None:
    pdf, (first, second) = layered(ON=[0])
    pdf.Root.OCProperties.D.BaseState = Name.OFF
    assert Layers(pdf).shows(first) and not Layers(pdf).shows(second)


def test_a_rule_over_several_layers_is_kept() -> None:
    pdf, several = layered(OFF=[1])

    def rule(name: str) -> bool:
        return Layers(pdf).shows(Dictionary(Type=Name.OCMD, OCGs=Array(several), P=Name(f"/{name}")))

    assert rule("AnyOn") and not rule("AllOn") and rule("AnyOff") and not rule("AllOff")
