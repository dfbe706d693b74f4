"""Reads off the review and the panes what can be done now."""

from reviewer.gui.action_spec import WindowState
from reviewer.gui.document_pane import ArticlePane, SourcePane
from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.reviewing.marking import marks_left_behind


def window_state(bridge: SessionBridge, selection: Selection, article: ArticlePane, source: SourcePane) -> WindowState:
    """Return what decides which actions are enabled."""
    review, claim = bridge.review, selection.claim or ""
    return WindowState(
        has_article=review.article is not None,
        has_claim=bool(claim),
        has_claims=bool(review.claims),
        is_judged=review.verdict_on(claim) is not None,
        has_source=bool(review.desk.sources),
        has_candidates=len(review.passages(claim)) > 1,
        has_article_selection=article.selected.length > 0,
        has_source_selection=source.selected.length > 0,
        has_dismissed=bool(review.desk.dismissed),
        is_said_again=any(one.id == claim and one.duplicates for one in review.claims),
        has_marks=bool(review.desk.marks),
        has_marks_behind=bool(marks_left_behind(review)),
        can_undo=bridge.session.can_undo,
        can_redo=bridge.session.can_redo,
    )
