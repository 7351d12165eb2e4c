"""Fits the small model that decides where the rules for times tie."""
