"""What happened, to whom, when, and whether it is worth a line.

Room: claim.
"""
