"""People, places, units and dates: which mentions mean the same thing, and which thing that is."""
