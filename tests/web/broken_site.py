"""The site with pages that go wrong in the worst way, for the tests of what is logged then."""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Iterator

from flask import Response, current_app, request
from sqlalchemy import text

from consult import create_app
from consult.store.database import db
from consult.web.limits import limiter

app = create_app()


def secrets() -> str:
    """Return all that a visitor sent, as an error would hold it in its text and in its local variables."""
    return f"{request.remote_addr} {request.full_path} {request.headers} {request.get_data(as_text=True)}"


@app.route("/broken/<path:rest>")
def broken(rest: str) -> str:
    """Fail with everything in the error's text, after writing it in every way past the log."""
    held = secrets()
    sys.stderr.write(held)
    request.environ["wsgi.errors"].write(held)
    warnings.warn(held, stacklevel=1)
    current_app.logger.error("Failed: %s", held)
    current_app.logger.warning("This does not %d fit: %s", held, rest)
    thread = threading.Thread(target=int, args=(held,))
    thread.start()
    thread.join()
    raise RuntimeError(held) from ValueError(held)


@app.route("/broken-later/<path:rest>")
def broken_later(rest: str) -> Response:
    """Fail while the answer is on its way."""
    held = secrets() + rest

    def parts() -> Iterator[bytes]:
        yield b"some"
        raise RuntimeError(held)

    return Response(parts())


@app.route("/broken-store/<path:rest>")
def broken_store(rest: str) -> str:
    """Fail in the database, with what was sent in the statement's values."""
    db.session.execute(text("select * from nowhere where a = :held"), {"held": secrets() + rest})
    return ""


@app.route("/guessing/<path:rest>")
@limiter.limit("1 per hour")
def guessing(rest: str) -> str:
    """Allow one try."""
    return rest
