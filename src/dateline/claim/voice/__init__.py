"""Who says so: attributions, their cues, and the chains they make.

Room: claim.
"""
