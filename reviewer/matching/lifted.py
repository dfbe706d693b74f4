"""How much of an article stands word for word in each of its sources: text lifted from a release."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from reviewer.matching.folding import FoldedText, fold
from reviewer.matching.index import SourceIndex
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.quotation import find_quotations_in_paragraphs

_RUN = 6
"""Words in a row from which text is taken over and no turn of phrase."""

_TELLING = 4
"""Words of a run that must be no names: a trust's full name is nobody's prose."""

_COMMONEST = 20_000
_BEFORE_A_START = '.!?:;\n“”"‘('

Flags = npt.NDArray[np.bool_]


def lifted_shares(article: Document, sources: Sequence[Document], index: SourceIndex) -> Mapping[str, float]:
    """Return for each source the share (0 to 1) of the article's words that stand in it in runs of six or more.

    Counted are the words of the reporter: page furniture, what stands in quotation marks (quoting is no lifting) and
    names do not count, neither as lifted nor towards the whole. Sources are by document id.
    """
    folded = fold(article.text)
    counted = _counted(article, folded)
    whole = int(counted.sum())
    lifted = {source.id: np.zeros(len(counted), dtype=bool) for source in sources}
    if whole:
        is_prose = counted | _is_name(article.text, folded)
        for at in range(len(counted) - _RUN + 1):
            if counted[at : at + _RUN].sum() >= _TELLING and is_prose[at : at + _RUN].all():
                for source in _sources_with(folded, at, index):
                    lifted[sources[source].id][at : at + _RUN] = True
    return {source: float((flags & counted).sum()) / whole if whole else 0.0 for source, flags in lifted.items()}


def _sources_with(folded: FoldedText, at: int, index: SourceIndex) -> set[int]:
    """Return the sources in which the run of words at a place stands."""
    words, stems = folded.words[at : at + _RUN], folded.stems[at : at + _RUN]
    counts = index.stems.counts(stems)
    rarest = int(counts.argmin())
    if not 0 < counts[rarest] <= _COMMONEST:
        return set()
    places = index.stems.of(stems[rarest]).astype(np.int64) - rarest
    places = places[(places >= 0) & (places + _RUN <= len(index.at))]
    for step in range(_RUN):
        places = places[index.at[places + step] == words[step]]
    return {index.source_at(int(place)) for place in places}


def _counted(article: Document, folded: FoldedText) -> Flags:
    """Return which words are the reporter's: outside furniture and quotation marks, and no names."""
    paragraphs = [block.span for block in article.blocks] or [Span(0, len(article.text))]
    left_out = [block.span for block in article.blocks if block.furniture is not None]
    left_out += [quotation.span for quotation in find_quotations_in_paragraphs(article.text, paragraphs).outer]
    counted = ~_is_name(article.text, folded)
    for span in left_out:
        first, last = np.searchsorted(folded.starts, (span.start, span.end))
        counted[first:last] = False
    return counted


def _is_name(text: str, folded: FoldedText) -> Flags:
    """Return which words have a capital that they have not from starting a sentence."""
    flags = [
        text[start].isupper() and text[max(0, start - 4) : start].rstrip()[-1:] not in ("", *_BEFORE_A_START)
        for start in folded.starts.tolist()
    ]
    return np.array(flags, dtype=bool)
