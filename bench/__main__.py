"""Run every measurement."""

import argparse

from bench import documents, pages
from bench.load import QUICK, Effort

given = argparse.ArgumentParser(description="Measure pages, saves and documents on this machine.")
given.add_argument("--quick", action="store_true", help="only see that everything can be measured")
effort = QUICK if given.parse_args().quick else Effort()
pages.main(effort)
documents.main(effort.calls)
