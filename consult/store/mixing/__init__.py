"""From a shared response to what is left of it: the inbox, the mix, records, comments and tallies."""
