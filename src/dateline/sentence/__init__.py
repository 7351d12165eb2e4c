"""Room: sentence."""
