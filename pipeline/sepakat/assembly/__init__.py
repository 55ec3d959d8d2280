"""From mentions to agreements: who signs what with whom, and which numbers belong to it."""
