"""Details with a shape of their own: numbers, addresses, days, and what was typed for the document."""
