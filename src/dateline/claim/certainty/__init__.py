"""How far a speaker and a report commit themselves to an event.

Room: claim.
"""
