"""The encoder that reads a passage once: words, windows, session, and what its outputs mean.

Room: sentence.
"""
