"""Results: numbers, charts, comments and files of a campaign, and campaigns side by side."""
