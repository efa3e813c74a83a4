"""The numbered questions of a document: where each starts, where it ends, and which of several it is."""
