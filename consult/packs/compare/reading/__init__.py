"""A saved file becomes a `Document`: one module for each kind of file, and `opening` to tell them apart."""
