"""How a claim is said in one short sentence.

Room: claim.
"""
