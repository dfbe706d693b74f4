"""The window: panes and dialogs over one session; the only folder that knows Qt."""
