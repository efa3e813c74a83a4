"""Accounts: joining, signing in by two steps, sessions, who may do what, and the record of what was done."""
