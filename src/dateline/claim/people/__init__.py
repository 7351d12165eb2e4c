"""Who is meant: mentions, and what earlier mention each stands for.

Room: claim.
"""
