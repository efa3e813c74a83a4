"""Comparing a pack's questions with the official document that an operator saved.

    reading      a file becomes `Block`s: text with its structure, page furniture taken out
    finding      the numbered questions among them, and where each one ends
    comparing    same, differs (word by word) or not found, for every question of a pack
    accepting    the official wording written into the pack's TOML, with its source, day and checksum

`consult.packs.compare.typography` says exactly what counts as the same wording.
"""
