"""The project's own gold: how it is written, checked, compared and scored against. See docs/annotation.md."""
