"""Recognisers: each finds one sort of thing in an article; none knows another. `extraction.RECOGNISERS` lists them."""
