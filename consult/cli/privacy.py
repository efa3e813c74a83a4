"""placeholder while the audit is written"""

import click


@click.group("privacy")
def privacy() -> None:
    """Look."""
