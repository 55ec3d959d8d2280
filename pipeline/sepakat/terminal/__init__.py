"""What a person reads in the terminal, drawn with Rich; one file for each sort of view."""
