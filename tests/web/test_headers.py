"""The security headers, asserted in full."""

from __future__ import annotations

from pathlib import Path

from consult import create_app
from consult.cli.starting import make_ready
from consult.web.assets_manifest import asset
from tests.conftest import PACK, settings_for
from tests.pages import InspectingClient
from tests.resident.journey import answer

EXPECTED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cache-Control": "no-store",
}
UNTOUCHED = {"Content-Type", "Content-Length", "Vary", "Set-Cookie", "Content-Language"}


def test_every_page_carries_exactly_these_headers(client: InspectingClient) -> None:
    for path in ("/", f"/{PACK}/", f"/{PACK}/question/1", "/nowhere/"):
        headers = dict(client.get(path).headers)
        headers.pop("Location", None)
        assert {name: value for name, value in headers.items() if name not in UNTOUCHED} == EXPECTED


def test_over_https_the_browser_is_told_to_stay_there_and_cookies_are_secure(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, HTTPS="yes"))
    make_ready(app)
    app.test_client_class = InspectingClient
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    page = client.get(f"/{PACK}/question/1", base_url="https://localhost")
    assert page.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert all("Secure" in cookie for cookie in page.headers.getlist("Set-Cookie"))


def test_every_cookie_is_out_of_reach_of_scripts_and_other_sites(client: InspectingClient) -> None:
    page = client.get(f"/{PACK}/question/1")
    saved = answer(client, 1, text="x")
    cookies = page.headers.getlist("Set-Cookie") + saved.headers.getlist("Set-Cookie")
    assert {cookie.split("=")[0] for cookie in cookies} == {"visit", f"answers-{PACK}"}
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in cookies)


def test_assets_are_kept_for_ever_and_come_compressed(client: InspectingClient) -> None:
    response = client.get(asset("site.css"), headers={"Accept-Encoding": "br"})
    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["Content-Encoding"] == "br"
    response.close()
