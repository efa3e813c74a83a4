"""What a proxy in front may say about a request, and what nobody may say."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue

from consult import create_app
from tests.conftest import settings_for

SAID = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "answers.example.org",
    "X-Forwarded-Prefix": "/elsewhere",
    "X-Forwarded-Port": "9",
}


def seen_by(app: Flask) -> dict[str, str]:
    """Return what a page takes a request for."""

    @app.get("/seen")
    def seen() -> ResponseReturnValue:
        return jsonify(address=request.remote_addr, root=request.root_url, script_root=request.script_root)

    answer: dict[str, str] = app.test_client().get("/seen", headers=SAID).get_json()
    return answer


def test_without_a_proxy_nobody_is_believed(tmp_path: Path) -> None:
    seen = seen_by(create_app(settings_for(tmp_path)))
    assert seen == {"address": "127.0.0.1", "root": "http://localhost/", "script_root": ""}


@pytest.mark.parametrize("proxies", ["1", "2"])
def test_as_many_proxies_are_believed_as_there_are_and_none_about_the_prefix(tmp_path: Path, proxies: str) -> None:
    seen = seen_by(create_app(settings_for(tmp_path, TRUSTED_PROXIES=proxies)))
    through = {"address": "203.0.113.7", "root": "https://answers.example.org/", "script_root": ""}
    assert seen == (
        through if proxies == "1" else {"address": "127.0.0.1", "root": "http://localhost/", "script_root": ""}
    )
