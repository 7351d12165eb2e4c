"""Reads the news reports of an unfolding situation and keeps a sourced, time-aware record."""
