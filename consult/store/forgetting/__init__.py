"""How long things are kept, their deletion down to the bytes, and looking whether all that holds."""
