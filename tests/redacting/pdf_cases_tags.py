"""Ways in which the tags of a PDF can hold a word, in a tree whose elements all hold something that stays."""

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import WORD
from tests.redacting.tagged_pdfs import Tagged

PLAIN = "Then he left the quay."
TEXT = String(f"A portrait of Mr {WORD} at sea.")
Change = Callable[[Tagged], Any]


def _with(change: Change) -> Callable[[], bytes]:
    def build() -> bytes:
        tagged = Tagged(PLAIN)
        change(tagged)
        return tagged.finished()

    return build


def _entry(key: str, value: Any) -> Callable[[], bytes]:
    def change(tagged: Tagged) -> None:
        tagged.figure[key] = value

    return _with(change)


def _root(key: str, value: Any) -> Callable[[], bytes]:
    def change(tagged: Tagged) -> None:
        tagged.root[key] = value

    return _with(change)


def _attribute(owner: str, key: str, value: Any) -> Callable[[], bytes]:
    return _entry("/A", Dictionary({"/O": Name(owner), key: value}))


def _role(tagged: Tagged) -> None:
    tagged.root.RoleMap[f"/{WORD}"] = Name.P
    tagged.plain.S = Name(f"/{WORD}")


def _role_of_role(tagged: Tagged) -> None:
    tagged.root.RoleMap = Dictionary({"/Story": Name(f"/{WORD}"), f"/{WORD}": Name.P})


def _class(tagged: Tagged) -> None:
    tagged.root.ClassMap = Dictionary({f"/{WORD}": Dictionary(O=Name.Table, Summary=TEXT)})
    tagged.figure.C = Name(f"/{WORD}")


def _reference(tagged: Tagged) -> None:
    tagged.plain.K = Array([Dictionary(Type=Name.MCR, Pg=tagged.pages[0], MCID=1, Said=TEXT)])


def _number(tagged: Tagged) -> None:
    tagged.plain.K = Array([Dictionary(Type=Name.MCR, Pg=tagged.pages[0], MCID=TEXT)])


def _catalog(key: str, value: Any) -> Callable[[], bytes]:
    def change(tagged: Tagged) -> None:
        tagged.pdf.Root[key] = value

    return _with(change)


def _content(begin: str, number: int = 11) -> Callable[[], bytes]:
    def change(tagged: Tagged) -> None:
        tagged.draw(0, f"{begin} BDC 10 10 5 5 re f EMC")
        tagged.element("Figure", tagged.document, number)

    return _with(change)


def _properties(tagged: Tagged) -> None:
    tagged.pages[0].Resources.Properties = Dictionary(M1=tagged.add(MCID=11, ActualText=TEXT))
    tagged.draw(0, "/Span /M1 BDC 10 10 5 5 re f EMC")
    tagged.element("Span", tagged.document, 11)


def _deep(tagged: Tagged) -> None:
    parent = tagged.document
    for _ in range(30):
        parent = tagged.element("Div", parent)
    tagged.draw(0, "/P <</MCID 11>> BDC 10 10 5 5 re f EMC")
    tagged.element("P", parent, 11, Alt=TEXT)


def _form(tagged: Tagged) -> None:
    form = tagged.pdf.make_stream(
        f"/P <</MCID 0 /Alt ({WORD})>> BDC 1 1 5 5 re f EMC".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 9, 9]),
        StructParents=5,
    )
    tagged.pages[0].Resources.XObject = Dictionary(X1=form)
    tagged.draw(0, "/X1 Do")
    tagged.plain.K.append(Dictionary(Type=Name.MCR, Pg=tagged.pages[0], Stm=form, MCID=0))


def _spelt(text: str, encoding: str = "latin-1", mark: bytes = b"") -> Any:
    return pikepdf.String(mark + text.encode(encoding))


TAG_CASES: dict[str, Callable[[], bytes]] = {
    "tag Alt": _entry("/Alt", TEXT),
    "tag ActualText": _entry("/ActualText", TEXT),
    "tag E": _entry("/E", TEXT),
    "tag T": _entry("/T", TEXT),
    "tag ID": _entry("/ID", TEXT),
    "tag Lang": _entry("/Lang", String(WORD)),
    "tag phoneme": _entry("/Phoneme", TEXT),
    "tag private key": _entry(f"/{WORD}", True),
    "tag namespace": _entry("/NS", Dictionary(Type=Name.Namespace, NS=TEXT)),
    "tag Ref": _entry("/Ref", Array([Dictionary(Type=Name.StructElem, S=Name.P, Alt=TEXT)])),
    "tag file": _entry("/AF", Array([Dictionary(Type=Name.Filespec, F=TEXT)])),
    "tag Alt as UTF-16": _entry("/Alt", _spelt(f"Mr {WORD}", "utf-16-be", b"\xfe\xff")),
    "tag Alt in UTF-8": _entry("/Alt", _spelt(f"Mr {WORD}", "utf-8", b"\xef\xbb\xbf")),
    "tag Alt with underscores": _entry("/Alt", String(f"IMG_{WORD}_2.jpg")),
    "tag Alt inside a word": _entry("/Alt", String(f"the{WORD}family {WORD}")),
    "tag Alt as a name": _entry("/Alt", Name(f"/{WORD}")),
    "tag Alt as an array": _entry("/Alt", Array([TEXT])),
    "tag user property": _entry("/A", Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=TEXT, V=TEXT, F=TEXT)]))),
    "tag attribute of a layout": _attribute("/Layout", "/Placement", Name(f"/{WORD}")),
    "tag attribute of a table": _attribute("/Table", "/Summary", TEXT),
    "tag attribute Headers": _attribute("/Table", "/Headers", Array([TEXT])),
    "tag attribute Scope": _attribute("/Table", "/Scope", Name(f"/{WORD}")),
    "tag attribute RowSpan": _attribute("/Table", "/RowSpan", TEXT),
    "tag attribute of a list": _attribute("/List", "/ListNumbering", Name(f"/{WORD}")),
    "tag attribute key": _attribute("/Table", f"/{WORD}", 1),
    "tag attribute owner": _attribute(f"/{WORD}", "/Scope", Name.Row),
    "tag role": _with(_role),
    "tag role of a role": _with(_role_of_role),
    "tag class": _with(_class),
    "tag type without a role": _entry("/S", Name(f"/{WORD}")),
    "tag reference": _with(_reference),
    "tag number": _with(_number),
    "tag of a form": _with(_form),
    "tag far down": _with(_deep),
    "tag tree of names": _root("/IDTree", Dictionary(Names=Array([TEXT, Dictionary()]))),
    "tag namespaces": _root("/Namespaces", Array([Dictionary(NS=TEXT)])),
    "tag root key": _root(f"/{WORD}", 1),
    "tag root Alt": _root("/Alt", TEXT),
    "tag language of all": _catalog("/Lang", String(WORD)),
    "tag mark info": _catalog("/MarkInfo", Dictionary(Marked=True, Said=TEXT)),
    "tag of content": _content(f"/{WORD} <</MCID 11>>"),
    "tag of an artifact": _content(f"/Artifact <</MCID 11 /Contents ({WORD})>>"),
    "tag property of content": _content(f"/P <</MCID 11 /ActualText ({WORD})>>"),
    "tag property E of content": _content(f"/P <</MCID 11 /E ({WORD})>>"),
    "tag property Lang of content": _content(f"/P <</MCID 11 /Lang ({WORD})>>"),
    "tag number of content": _content(f"/P <</MCID ({WORD})>>"),
    "tag property named": _with(_properties),
}
