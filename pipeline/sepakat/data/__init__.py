"""Gazetteers and word lists: CSV and text files, one row a fact, each with its source."""
