"""Run every measurement."""

from bench import documents, pages

pages.main()
documents.main()
