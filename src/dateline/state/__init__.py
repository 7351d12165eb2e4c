"""Room: state."""
