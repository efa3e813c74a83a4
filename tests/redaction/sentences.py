"""The sentences that details are planted in, English and Welsh, tidy and untidy. `{}` stands for the detail."""

from __future__ import annotations

from typing import Final

BARE: Final = (
    "I have lived here for years. {} is what I gave them.",
    "They wrote down {} and let me go.",
    "({})",
    "{}",
    "My details: {}, in case you need them",
    "here it is again:{}.",
    "- {}\n- and nothing else",
    "The cameras saw me,then they asked for {};I said no!",
    "ar y ffurflen roedd {} a dim byd arall",
    "Rhoddais i {} iddyn nhw. Wedyn es i adref.",
    "Why did the officer need “{}”?",
    "THEY ASKED FOR {} AND I REFUSED",
    "One line\n{}\nanother line",
    "I object – {} – and so does my family",
)

CUED: Final[dict[str, tuple[str, ...]]] = {
    "email": ("please write to me: {}", "e-bostiwch fi ar {} os gwelwch yn dda", "email {} for the evidence"),
    "phone": ("ring me on {} after six", "fy rhif ffôn yw {}", "Tel: {}", "call {} please", "WhatsApp {}"),
    "postcode": (
        "my postcode is {}",
        "I live in {} with my mum",
        "fy nghod post yw {}",
        "the van was parked near {} all day",
    ),
    "national-insurance": ("my NI number is {}", "National Insurance no: {}", "fy rhif Yswiriant Gwladol: {}"),
    "nhs-number": ("my NHS number is {}", "NHS no. {}", "fy rhif GIG yw {}"),
    "web-address": ("it is all at {} if you look", "gweler {} am fwy", "source: {}"),
    "handle": ("follow me, {} on there", "dilynwch fi: {}", "I posted it as {} last week"),
    "card-or-account-number": ("they copied my card {}", "my card number was {}"),
    "vehicle-registration": ("my car is {}", "my number plate is {}", "fy nghar: {}", "reg {}"),
    "date": ("it was on {} in the evening", "Born on {}", "digwyddodd hyn ar {}", "On {} they came back"),
    "street-address": ("I live at {}", "they came to {} that night", "dw i'n byw yn {}", "My address is {}"),
    "passport": ("my passport number is {}", "Passport no: {}", "fy mhasbort: {}"),
    "driving-licence": ("my driving licence is {}", "licence no {}"),
    "badge-number": ("I spoke to {} about it", "It was {} who stopped me", "gofynnais i {} pam"),
    "official-number": ("my prison number is {}", "PNC ID {}", "rhif carcharor {}"),
    "crime-reference": (
        "The crime reference number is {}",
        "crime ref: {}",
        "rhif trosedd {}",
        "custody record {}",
    ),
}

CUE_ONLY: Final = frozenset({"passport", "crime-reference"})
"""Kinds of which some forms are digits like any others: they are planted after a cue only."""
