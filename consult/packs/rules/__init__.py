"""What a pack must keep to, beyond the shape of its values. Each rule finds its own faults and hides no other's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consult.packs.faults import Fault
from consult.packs.reading import Contents
from consult.packs.rules import dates, links, numbering, plain_text, prompts, references, room, wording

Rule = Callable[[Contents], Iterator[Fault]]

RULES: tuple[Rule, ...] = (
    numbering.name_of_folder,
    numbering.repeated_ids,
    numbering.repeated_numbers,
    numbering.order_of_numbers,
    references.question_references,
    references.source_references,
    references.guides_and_questions,
    references.kinds,
    references.scales,
    references.conditions,
    references.unused,
    wording.verified,
    wording.checksums,
    wording.quoted,
    wording.official_headings,
    wording.standing_of_terms,
    dates.closing,
    dates.checks,
    dates.history,
    room.equal_points,
    room.equal_length,
    prompts.points,
    prompts.things_to_think_about,
    prompts.notes,
    plain_text.glosses,
    plain_text.unseen_characters,
    plain_text.leftover_markup,
    links.addresses,
    links.sources_without_address,
    links.email,
)
