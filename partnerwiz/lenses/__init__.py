"""Readings of a project: pure functions, project → view."""
