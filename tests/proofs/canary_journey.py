"""The journey of the canaries: secrets typed into every form, through every error, a crash and a restart."""

from __future__ import annotations

import re
import socket
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from html import unescape

from flask import Flask

from consult.store.mixing.mix import BATCH
from consult.web.languages import LANGUAGES
from tests.guards.routes import Addresses
from tests.proofs.planted import CONSENTED, TAKEN_BACK, mark, shared_answer
from tests.proofs.server import LOST, Browser, Reply, Server

PACK = "home-office-facial-recognition"
WORDS = re.compile(r'class="app-phrase"[^>]*>([a-z ]+)<')
QUOTED = re.compile(r"<blockquote[^>]*>(.*?)</blockquote>", re.DOTALL)
MARK = re.compile(r'name="seen" value="([0-9a-f]+)"')
FIELD = re.compile(r'<(?:input|textarea|select|button)\b[^>]*\bname="([^"]+)"')


class Journey:
    """One person after the other. `seen` counts the statuses that came back; `masked` is what may be kept.

    `reason` is why an organiser hides the comment of the `leaver`. It may be kept until they take it back.
    """

    def __init__(self, server: Server, app: Flask, addresses: Addresses, secrets: dict[str, str]) -> None:
        self._server, self._app, self._addresses = server, app, addresses
        self.secrets = secrets
        self.seen: Counter[int] = Counter()
        self.forms: set[str] = set()
        self.masked = ""
        self.reason = mark()
        self.leaver = Browser(server.port)

    def browser(self) -> Browser:
        """Return a browser that says a secret in everything that it says of itself."""
        said = {
            "User-Agent": "browser",
            "Referer": "referrer",
            "Accept-Language": "language",
            "X-Private": "header of another kind",
            "X-Forwarded-For": "network address",
            "Forwarded": "network address",
        }
        browser = Browser(self._server.port, {name: self.secrets[secret] for name, secret in said.items()})
        browser.cookies["mine"] = self.secrets["cookie"].replace(" ", "")
        return browser

    def answer(self, browser: Browser, number: int, place: str, **others: str) -> Reply:
        """Save an answer that holds the secret of a place."""
        fields = {"text": f"Words and {self.secrets[place]}.", "action": "continue"} | others
        return self.note(browser.post(f"/{PACK}/question/{number}", fields))

    def write_and_take_away(self) -> Browser:
        """Write a response, make every file and preview of it, and stop; its phrase becomes a secret."""
        browser = self.browser()
        for number in range(1, 9):
            self.answer(browser, number, f"answer {number} of a draft")
        details = {
            "name": "name",
            "contact": "address",
            "organisation": "organisation",
            "role": "role",
            "summary": "summary",
            "sources": "sources",
            "confidentiality_reason": "reason",
        }
        fields = {field: self.secrets[place] for field, place in details.items()}
        fields |= {"capacity": "organisation", "confidentiality": "asked", "name_in_file_name": "y"}
        for path, face in [("download", face) for face in ("docx", "odt", "txt", "eml")] + [("preview", "docx")]:
            self.note(browser.post(f"/{PACK}/{path}", fields | {"face": face}))
        self.secrets["phrase of the draft"] = self._words_on(browser.get(f"/{PACK}/later"))
        return browser

    def slip(self, browser: Browser) -> None:
        """Make every mistake that a page answers with a clear error."""
        self.answer(browser, 9, "answer that is too long", text=self.secrets["answer that is too long"] * 2000)
        self.answer(browser, 9, "answer 1 of a draft", choice=self.secrets["choice that there is none of"])
        fields = {"text": self.secrets["answer with a stale guard"]}
        self.note(browser.post(f"/{PACK}/question/9", fields, guard=self.secrets["forgery guard"]))
        much = self.secrets["answer that was too much at once"] * 400_000
        self.note(browser.post(f"/{PACK}/question/9", {"text": much}))
        self.note(browser.get(f"/{PACK}/question/1?{self.secrets['query'].replace(' ', '+')}"))
        self.note(browser.get(f"/{self.secrets['path'].replace(' ', '%20')}"))
        self.note(browser.ask(self.secrets["method"].replace(" ", "").upper()[:20], f"/{PACK}/share"))
        lost = self.browser()
        lost.cookies["visit"] = self.secrets["session"].replace(" ", "")
        lost.cookies[f"answers-{PACK}"] = self.secrets["cookie of answers"].replace(" ", "-")
        self.answer(lost, 1, "action", action=self.secrets["action"], **{"return": self.secrets["return"]})

    def try_every_form(self) -> None:
        """Type secrets into every field of every form of the site, whether the field is there or not."""
        browser, everything = self.browser(), self._fields_of_all()
        guard = browser.get(f"/{PACK}/question/1").guard
        for rule in self._app.url_map.iter_rules():
            if "POST" not in (rule.methods or ()):
                continue
            for language in LANGUAGES:
                path = self._addresses(rule.endpoint, language)
                shown = set(FIELD.findall(browser.get(path).text)) if "GET" in (rule.methods or ()) else set()
                fields = dict.fromkeys(shown - {"csrf_token"}, self.secrets["written in"]) | everything
                self.note(browser.post(path, fields, guard=guard))
            self.note(browser.ask("POST", path, self._with_a_file(guard), "multipart/form-data; boundary=part"))
            self.note(browser.ask("POST", path, f'{{"a": "{self.secrets["JSON"]}"}}'.encode(), "application/json"))
            self.forms.add(rule.endpoint)

    def share(self) -> None:
        """Let so many share that numbers are shown, ten with words, all released; two receipts become secrets."""
        one, self.leaver = self.browser(), self.browser()
        self.masked = self._share_words(one, shared_answer(self.secrets))
        self.secrets["receipt"] = self._words_on(one.get(f"/{PACK}/shared"))
        assert self._share_words(self.leaver, TAKEN_BACK) == TAKEN_BACK
        self.secrets["receipt that was used"] = self._words_on(self.leaver.get(f"/{PACK}/shared"))
        for _ in range(BATCH - 2):
            self._share_words(self.browser(), CONSENTED)
        for _ in range(4 * BATCH):
            other = self.browser()
            self.answer(other, 1, "answer that was shared as a count only", choice="agree")
            self.note(other.post(f"/{PACK}/share", {"share": "counts"}))

    def take_back(self) -> None:
        """Let somebody take back what they shared. Their words, and why these were hidden, are secrets now."""
        back = self.leaver.post("/take-back", {"phrase": self.secrets["receipt that was used"]})
        assert self.note(back).status == 200, back.text
        self.secrets["words that were taken back"] = TAKEN_BACK
        self.secrets["why a comment was hidden"] = self.reason

    def _share_words(self, browser: Browser, text: str) -> str:
        """Share an answer with its words, and return them as the page shows that they are kept."""
        assert self.note(browser.post(f"/{PACK}/question/6", {"text": text})).status == 303
        page = browser.get(f"/{PACK}/share/words").text
        sent = browser.post(f"/{PACK}/share/words", {"share": "words", "seen": MARK.findall(page)[0]})
        assert self.note(sent).status == 303
        return " ".join(unescape(re.sub("<[^>]+>", "", QUOTED.findall(page)[0])).split())

    def meet_a_locked_database(self, browser: Browser) -> None:
        """Save and share while nothing can be written."""
        guard = browser.get(f"/{PACK}/question/1").guard
        tries = [
            (f"/{PACK}/question/2", {"text": self.secrets["answer while the database is locked"]}),
            (f"/{PACK}/share", {"share": "counts", "text": self.secrets["choice while the database is locked"]}),
            ("/take-back", {"phrase": self.secrets["phrase of the draft"]}),
        ]
        with ThreadPoolExecutor() as pool:
            for reply in pool.map(lambda each: browser.post(*each, guard=guard), tries):
                self.note(reply)

    def be_cut_off(self, place: str) -> socket.socket:
        """Send half of a form and leave it at that. Returns the open connection."""
        half = f"csrf_token=x&text={self.secrets[place]}".encode()
        head = f"POST /{PACK}/question/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: {2 * len(half)}\r\n"
        form = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        connection = socket.create_connection(("127.0.0.1", self._server.port), 30)
        connection.sendall((head + form).encode() + half)
        return connection

    def upload_half(self) -> socket.socket:
        """Send most of a large file in a form, and leave it at that. Returns the open connection."""
        browser = self.browser()
        guard = browser.get(f"/{PACK}/question/1").guard
        cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        form = self._with_a_file(guard, "file that hangs half-way", times=100_000)
        head = (
            f"POST /{PACK}/question/1 HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n"
            f"Content-Length: {len(form) + 1000}\r\nContent-Type: multipart/form-data; boundary=part\r\n\r\n"
        )
        connection = socket.create_connection(("127.0.0.1", self._server.port), 30)
        connection.sendall(head.encode() + form.removesuffix(b"--part--\r\n"))
        return connection

    def delete_a_draft(self) -> None:
        """Write something and delete everything."""
        browser = self.browser()
        self.answer(browser, 1, "answer of a deleted draft")
        self.secrets["phrase of a deleted draft"] = self._words_on(browser.get(f"/{PACK}/later"))
        self.note(browser.post(f"/{PACK}/delete", {}))

    def come_back(self) -> None:
        """Open the draft after everything, and go on writing."""
        browser = self.browser()
        again = self.note(browser.post("/come-back", {"phrase": self.secrets["phrase of the draft"]}))
        assert again.status == 303, again.text
        assert self.secrets["answer 1 of a draft"] in browser.get(f"/{PACK}/question/1").text
        self.answer(browser, 10, "answer after the restart")

    def note(self, reply: Reply) -> Reply:
        """Count the status of what came back, and return it."""
        self.seen[reply.status] += 1
        return reply

    def _words_on(self, page: Reply) -> str:
        found = WORDS.search(page.text)
        assert found is not None, page.text
        return found.group(1)

    def _fields_of_all(self) -> dict[str, str]:
        """Return the fields that take secrets by name, for forms that have them and for forms that do not."""
        fields = {
            "phrase": "phrase to come back",
            "receipt": "receipt to take back",
            "code": "form code",
            "email": "organiser's email",
            "password": "organiser's password",
            "capacity": "about you",
            "text": "answer 1 of a draft",
            "name": "name",
            "contact": "address",
        }
        return {name: self.secrets[place] for name, place in fields.items()}

    def _with_a_file(self, guard: str, content: str = "file's content", *, times: int = 30_000) -> bytes:
        """Return a form that carries a file, which no page takes, with a secret so many times in it."""
        name = self.secrets["file's name"]
        head = 'Content-Disposition: form-data; name="'
        parts = (
            f'{head}csrf_token"\r\n\r\n{guard}',
            f'{head}text"; filename="{name}.txt"\r\n\r\n{self.secrets[content] * times}',
        )
        return "".join(f"--part\r\n{part}\r\n" for part in parts).encode() + b"--part--\r\n"


def left_hanging(connections: Mapping[str, socket.socket]) -> None:
    """Close connections that the other end may have closed."""
    for connection in connections.values():
        with suppress(*LOST):
            connection.close()
