"""The question page, rendered two ways from one template.

`prepared` is what nearly every visitor gets: the page rendered once for each question and language, with the
values spliced in. `direct` renders it afresh, for pages with something to explain. A test holds the two equal.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask import current_app, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from consult.answers.kinds.protocol import TEXT_LIMIT
from consult.answers.path import Path, kind_of, options_of
from consult.answers.sheet import BLANK, Answer, AnswerSheet
from consult.packs.model import Option, Pack, Question
from consult.packs.sides import sides
from consult.resident.counting import count_words
from consult.store.plans import NO_CHOICES, Outline
from consult.web.forms import Problem
from consult.web.languages import current
from consult.web.pages import page
from consult.web.prepared import Prepared, Slots

CHECKED, HIDDEN = Markup(" checked"), Markup(' hidden=""')
CACHE = "consult-question-pages"


@dataclass(frozen=True)
class QuestionPage:
    """A question's page: which question, whether saving leads back to the check page, what a campaign chose."""

    pack: Pack
    question: Question
    to_check: bool
    outline: Outline = NO_CHOICES

    def prepared(self, *, answer: Answer, guard: str, notice: str = "") -> str:
        """Return the page with `answer` in it, from the prepared one."""
        values: dict[str, str | Markup] = {
            "guard": guard,
            "text": answer.text,
            "notice": _notice(notice),
            "back": self._back(),
            "seen": digest(answer),
            "clear": "" if answer.choice else HIDDEN,
        }
        for option in options_of(self.pack, self.question):
            values[f"checked:{option.id}"] = CHECKED if option.id == answer.choice else ""
        return self._ready().fill(values)

    def direct(
        self,
        *,
        answer: Answer,
        guard: str,
        notice: str = "",
        problems: Sequence[Problem] = (),
        seen: str | None = None,
        meanwhile: Answer = BLANK,
    ) -> str:
        """Return the page with `answer` in it and the problems on top, rendered afresh.

        `seen` is the digest of the answer that the person saw before they changed it: of `answer`, if not said.
        `meanwhile` is what another window saved since, to be shown beside it.
        """
        return self._render(
            problems=problems,
            guard=guard,
            text=answer.text,
            notice=_notice(notice),
            back=self._back(),
            choice=answer.choice,
            seen=digest(answer) if seen is None else seen,
            clear={} if answer.choice else {"hidden": ""},
            meanwhile=kind_of(self.question).show(meanwhile, self._options()) if meanwhile else None,
            slots={},
        )

    def _ready(self) -> Prepared:
        """Return the page cut at its marks, rendered at the first call for its question and language."""
        cache: dict[object, Prepared] = current_app.extensions.setdefault(CACHE, {})
        key = (self.pack.id, self.question.id, current(), self.to_check, self._shows_guide, request.script_root)
        if key not in cache:
            cache[key] = self._prepare()
        return cache[key]

    def _prepare(self) -> Prepared:
        slots = Slots()
        marks = {option.id: slots.attribute(f"checked:{option.id}") for option in self._options()}
        html = self._render(
            problems=(),
            guard=slots.mark("guard"),
            text=slots.mark("text"),
            notice=slots.mark("notice"),
            back=slots.mark("back"),
            choice=None,
            seen=slots.mark("seen"),
            clear=slots.attribute("clear"),
            meanwhile=None,
            slots=marks,
        )
        return slots.cut(html)

    def _render(self, **values: Any) -> str:  # noqa: ANN401 - handed to the template as they are
        pack, question = self.pack, self.question
        scale = pack.scale(question)
        return page(
            "resident/question.html",
            heading=_("Question %(number)s of %(total)s", number=question.number, total=len(pack.questions)),
            pack=pack,
            home=url_for("resident.landing", pack=pack),
            question=question,
            options=self._options(),
            reasons_prompt=scale.reasons_prompt if scale else "",
            kind=kind_of(question),
            terms=[pack.term(term) for term in question.terms],
            sides=sides(question) if self._shows_guide else (),
            return_to="check" if self.to_check else "",
            language_query="?return=check" if self.to_check else "",
            limit=TEXT_LIMIT,
            count_words=count_words(),
            **values,
        )

    def _options(self) -> tuple[Option, ...]:
        return options_of(self.pack, self.question)

    def _back(self) -> str:
        """Return where the back link leads: where the person came from, as far as the address tells."""
        if self.to_check:
            return url_for("resident.check", pack=self.pack, _anchor=self.question.id)
        blank = AnswerSheet(self.pack.id, self.pack.version)
        before = Path(self.pack, blank, self.outline.route).before(self.question)
        if before is None:
            return url_for("resident.tasks", pack=self.pack)
        return url_for("resident.question", pack=self.pack, number=before.number)

    @property
    def _shows_guide(self) -> bool:
        return self.outline.guides is None or self.question.id in self.outline.guides


def digest(answer: Answer) -> str:
    """Return what tells one answer from another, to see whether it is still the one that a page was made with."""
    return sha256(json.dumps([answer.choice, answer.text]).encode()).hexdigest()[:16]


def _notice(text: str) -> Markup:
    """Return a notification banner, or nothing for an empty text."""
    return Markup(render_template("notice.html", text=text)) if text else Markup("")  # noqa: S704 - our own template
