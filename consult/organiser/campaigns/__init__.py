"""Campaigns: beginning, changing, opening and closing one, what is handed out for it, and its paper booklets."""
