"""Scorers: the project's own measures, kept beside the runner."""
