"""Statistical readers of people, organisations and places: what lists and rules cannot know."""
