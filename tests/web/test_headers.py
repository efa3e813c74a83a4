"""The security headers, asserted in full."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from consult import create_app
from consult.cli.starting import make_ready
from consult.packs.model import Pack
from consult.web.assets_manifest import asset
from tests.conftest import PACK, settings_for
from tests.guards.routes import ROUTES, Addresses
from tests.pages import InspectingClient, soup
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


def test_no_page_is_kept_by_a_browser_or_a_proxy_or_tells_where_it_led_from(
    app: Flask, pack: Pack, client: InspectingClient
) -> None:
    """Every route: with answers, as a form that is refused, and as a file."""
    addresses = Addresses(app, pack)
    answer(client, 1, text="My own words.")
    for endpoint, route in ROUTES.items():
        for method in route.methods:
            headers = client.open(addresses(endpoint, "en"), method=method).headers
            assert headers["Cache-Control"] == "no-store", endpoint
            assert headers["Referrer-Policy"] == "no-referrer", endpoint
            assert not {"ETag", "Last-Modified", "Expires", "Refresh", "Link"} & set(headers), endpoint


def test_no_page_asks_another_host_for_anything(app: Flask, pack: Pack, client: InspectingClient) -> None:
    """Only links may lead elsewhere: nothing that a browser follows by itself."""
    addresses = Addresses(app, pack)
    answer(client, 1, text="My own words.")
    for endpoint in [name for name, route in ROUTES.items() if route.shows]:
        response = client.get(addresses(endpoint, "en"), follow_redirects=True)
        if response.mimetype == "text/html":
            page = soup(response)
            followed = [str(tag.get("src") or tag["href"]) for tag in page.select("[src], link[href]")]
            sent_to = [str(tag["action"]) for tag in page.select("form[action]")]
            assert [each for each in followed + sent_to if not each.startswith("/") or each.startswith("//")] == []
            assert page.select("meta[http-equiv], [ping], iframe, object, embed") == [], endpoint


def test_the_cookie_of_a_visit_holds_the_guard_and_the_campaign_and_no_answer(client: InspectingClient) -> None:
    """The cookie is signed and not encrypted: whoever reads it, reads what is in it."""
    client.get(f"/{PACK}/for/{PACK}")
    answer(client, 1, text="My own\x01 words.")
    with client.session_transaction() as session:
        assert set(session) <= {"csrf_token", f"campaign-{PACK}", "_flashes"}
        assert "My own" not in str(dict(session))


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
