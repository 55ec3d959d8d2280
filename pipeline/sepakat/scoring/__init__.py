"""Scoring results against gold (contract, sections 3 and 4): gold, items, matching, tallies, intervals."""
