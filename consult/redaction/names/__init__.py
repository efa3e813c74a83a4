"""Names of people: those that something announces, those that nothing does, and words that are none."""
