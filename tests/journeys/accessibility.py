"""Holding the open page to the accessibility rules that a machine can check, and to the width of its screen."""

from __future__ import annotations

from playwright.sync_api import Page

from consult.settings import ROOT

_AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_LOOK = """async rules => {
  document.querySelectorAll('details').forEach(each => { each.open = true })
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ['violations'] })
  const wide = document.documentElement.scrollWidth
  return [violations.map(each => `${each.id} at ${each.nodes.map(node => node.target).join(' and ')}`),
          wide > innerWidth ? [`is ${wide} pixels wide, on a screen of ${innerWidth}`] : []].flat()
}"""


def faults(page: Page) -> list[str]:
    """Return what is wrong with the page that is open, all of it unfolded: nothing, if all is well."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return [f"{page.url}: {fault}" for fault in page.evaluate(_LOOK, _RULES)]
