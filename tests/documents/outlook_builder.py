"""Builds Outlook messages (MSG): a compound file (MS-CFB, version 3) round the property streams of MS-OXMSG."""

import datetime
import struct
from collections.abc import Mapping

SECTOR, SMALL = 512, 64
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STRING, BINARY, NUMBER, TIME = 0x001F, 0x0102, 0x0003, 0x0040
Tree = dict[str, "bytes | Tree"]


def build_message(
    subject: str,
    body: str = "",
    html: str = "",
    sender: str = "Odile Farrant",
    address: str = "o.farrant@tidewatch.example",
    sent: datetime.datetime = datetime.datetime(2025, 9, 16, 10, 52, tzinfo=datetime.UTC),
    files: Mapping[str, bytes] | None = None,
    message_class: str = "IPM.Note",
) -> bytes:
    """Return a message with one recipient and any files."""
    ticks = int((sent - datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)).total_seconds() * 10_000_000)
    values: dict[int, str | bytes | int] = {0x001A: message_class, 0x0037: subject, 0x0C1A: sender, 0x0C1F: address}
    if body:
        values[0x1000] = body
    if html:
        values[0x1013] = html.encode("utf-8")
        values[0x3FDE] = 65001
    attached = files or {}
    head = struct.pack("<8x4I8x", 1, len(attached), 1, len(attached))
    tree = _properties(values, head, {0x0039: ticks})
    tree["__recip_version1.0_#00000000"] = _properties(
        {0x3001: "Desk", 0x39FE: "desk@harbourpost.example"}, bytes(8), {}
    )
    for at, (name, content) in enumerate(attached.items()):
        own: dict[int, str | bytes | int] = {0x3707: name, 0x3701: content, 0x3705: 1}
        tree[f"__attach_version1.0_#{at:08X}"] = _properties(own, bytes(8), {})
    return compound_file(tree)


def _properties(values: Mapping[int, str | bytes | int], head: bytes, times: Mapping[int, int]) -> Tree:
    tree: Tree = {}
    entries = [struct.pack("<HHIQ", TIME, key, 6, ticks) for key, ticks in times.items()]
    for key, value in values.items():
        if isinstance(value, int):
            entries.append(struct.pack("<HHIQ", NUMBER, key, 6, value))
            continue
        kind = STRING if isinstance(value, str) else BINARY
        content = value.encode("utf-16-le") if isinstance(value, str) else value
        tree[f"__substg1.0_{key:04X}{kind:04X}"] = content
        entries.append(struct.pack("<HHIII", kind, key, 6, len(content) + (2 if kind == STRING else 0), 0))
    tree["__properties_version1.0"] = head + b"".join(entries)
    return tree


def compound_file(tree: Tree) -> bytes:
    """Return a compound file with these streams and storages; small streams lie in the mini stream."""
    entries: list[dict[str, int | str | bytes]] = []
    _list_entries("Root Entry", tree, entries)
    small, small_fat = bytearray(), []
    sectors: list[bytes] = []
    fat: list[int] = []

    def place(content: bytes) -> int:
        if not content:
            return END
        first = len(fat)
        pieces = [content[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(content), SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), END])
        return first

    for entry in entries[1:]:
        content = entry["content"]
        assert isinstance(content, bytes)
        if entry["kind"] == 2 and len(content) < 4096:
            first = len(small_fat)
            count = -(-len(content) // SMALL)
            entry["start"] = first if count else END
            small.extend(content.ljust(count * SMALL, b"\0"))
            small_fat.extend([*range(first + 1, first + count), END][: count or 0])
        elif entry["kind"] == 2:
            entry["start"] = place(content)
    entries[0]["start"], entries[0]["content"] = place(bytes(small)), bytes(small)
    small_fat_start = place(b"".join(struct.pack("<I", one) for one in small_fat).ljust(SECTOR, b"\xff"))
    directory = b"".join(_entry(one) for one in entries)
    directory_start = place(directory + _entry({"name": "", "kind": 0}) * (-len(entries) % 4))
    fat_sectors = -(-(len(fat) + 2) // 128)
    first_fat = len(fat)
    fat.extend([FAT] * fat_sectors)
    table = b"".join(struct.pack("<I", one) for one in fat).ljust(fat_sectors * SECTOR, b"\xff")
    sectors.extend(table[at : at + SECTOR] for at in range(0, len(table), SECTOR))
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
                         0, fat_sectors, directory_start, 0, 4096, small_fat_start, -(-len(small_fat) // 128) or 1, END, 0)  # fmt: skip
    places = [*range(first_fat, first_fat + fat_sectors)]
    header += b"".join(struct.pack("<I", place) for place in (places + [FREE] * 109)[:109])
    return header + b"".join(sectors)


def _list_entries(name: str, tree: Tree, entries: list[dict[str, int | str | bytes]]) -> int:
    number = len(entries)
    own: dict[str, int | str | bytes] = {"name": name, "kind": 5 if not number else 1, "content": b""}
    entries.append(own)
    children = []
    for child, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        if isinstance(content, dict):
            children.append(_list_entries(child, content, entries))
        else:
            children.append(len(entries))
            entries.append({"name": child, "kind": 2, "content": content})
    own["child"] = _balanced(children, entries)
    return number


def _balanced(children: list[int], entries: list[dict[str, int | str | bytes]]) -> int:
    """Link siblings, which are in their order, as a search tree; return its root."""
    if not children:
        return FREE
    middle = len(children) // 2
    entries[children[middle]]["left"] = _balanced(children[:middle], entries)
    entries[children[middle]]["right"] = _balanced(children[middle + 1 :], entries)
    return children[middle]


def _entry(entry: Mapping[str, int | str | bytes]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le")
    content = entry.get("content", b"")
    size = len(content) if isinstance(content, bytes) else 0
    length = len(name) + 2 if name else 0
    links = [entry.get(link, FREE) for link in ("left", "right", "child")]
    return struct.pack("<64sHBBIII36xIQ", name, length, entry["kind"], 1, *links, entry.get("start", 0), size)
