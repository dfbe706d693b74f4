from reviewer.formats.text_builder import CELL_GAP, TextBuilder
from reviewer.model.document import Block, BlockKind, RevisionState


def test_gaps_stand_only_between_blocks():
    out = TextBuilder()
    out.add("One", BlockKind.PARAGRAPH)
    out.add("a", BlockKind.TABLE_CELL)
    out.add("b", BlockKind.TABLE_CELL, gap=CELL_GAP)
    assert out.text == "One\n\na\tb"
    assert [block.span.of(out.text) for block in out.blocks] == ["One", "a", "b"]


def test_an_empty_block_leaves_no_trace():
    out = TextBuilder()
    out.add("", BlockKind.PARAGRAPH)
    out.add("One", BlockKind.PARAGRAPH)
    out.add("", BlockKind.PARAGRAPH)
    assert (out.text, out.blocks) == ("One", [Block(0, 3, BlockKind.PARAGRAPH)])


def test_a_block_of_white_space_is_not_listed():
    out = TextBuilder()
    out.add(" \t ", BlockKind.PARAGRAPH)
    assert out.blocks == []


def test_ending_twice_lists_a_block_once():
    out = TextBuilder()
    out.add("One", BlockKind.PARAGRAPH)
    out.end(BlockKind.PARAGRAPH)
    assert len(out.blocks) == 1


def test_offsets_count_code_points():
    out = TextBuilder()
    out.add("😀é", BlockKind.PARAGRAPH)
    out.begin()
    assert out.offset == 4


def test_written_revisions_that_adjoin_become_one():
    out = TextBuilder()
    out.begin()
    for piece in ("ab", "cd"):
        start = out.offset
        out.write(piece)
        out.mark_written(RevisionState.INSERTED, start, "Ada Quill")
    assert [(change.start, change.end) for change in out.revisions] == [(0, 4)]
