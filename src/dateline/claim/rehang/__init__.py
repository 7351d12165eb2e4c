"""Words that the parser hung on the wrong word, hung on their own: a table by relation, and its rules.

Room: claim.
"""
