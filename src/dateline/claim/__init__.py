"""Room: claim."""
