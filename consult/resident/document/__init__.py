"""The document: what is typed for it, looking at it, taking it away, and the form to print."""
