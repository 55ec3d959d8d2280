"""The text and its coordinates: articles, spans, normalising, layout, numerals."""
