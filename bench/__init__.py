"""Measurements of the running product, each beside something to compare it with. `make bench` runs them all."""
