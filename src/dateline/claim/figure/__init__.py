"""How many: numbers as written, what they count, of whom, where, and in which role.

Room: claim.
"""
