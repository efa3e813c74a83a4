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
    "crime-reference": (
        "The crime reference number is {}",
        "crime ref: {}",
        "rhif trosedd {}",
        "custody record {}",
    ),
}

CUE_ONLY: Final = frozenset({"passport", "crime-reference"})
"""Kinds of which some forms are digits like any others: they are planted after a cue only."""

NAME_SENTENCES: Final = (
    "My name is {} and I live in London.",
    "my name's {}, thank you",
    "I am {} and I object.",
    "I spoke to Mr {} afterwards.",
    "Mrs {} saw it all.",
    "Ask Dr. {} about it",
    "PC {} told me to wait",
    "Sgt {} was polite.",
    "it was Inspector {} who decided",
    "Ms {}'s son was there",
    "Fy enw i yw {}.",
    "Fy enw i ydy {} a dw i'n byw yng Nghaerdydd",
    "{} ydw i.",
    "Siaradais i â Mr {} wedyn.",
    "Name: {}",
    "Yours sincerely,\n{}",
)

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "English": (
        "Emma Thompson",
        "Will Harper",
        "Grace Young",
        "Oliver Brown",
        "May Fletcher",
        "Jack O'Neill-Smith",
    ),
    "Welsh": ("Siân Llwyd", "Rhys ap Gwilym", "Angharad Pugh", "Dafydd Wyn Jones", "Llŷr Gruffydd", "Mair Bowen"),
    "Irish and Scottish": (
        "Aoife Ní Dhomhnaill",
        "Seán O'Brien",
        "Niamh Kelly",
        "Hamish MacLeod",
        "Eilidh Fraser",
        "Ciarán Burke",
    ),
    "West African": (
        "Chukwuemeka Okafor",
        "Adaeze Nwosu",
        "Kwame Mensah",
        "Olúwáṣeun Adébáyò",
        "Fatoumata Diallo",
        "Ama Boateng",
    ),
    "East African": (
        "Abdi Warsame",
        "Hodan Ali",
        "Selam Tesfaye",
        "Wanjiru Kamau",
        "Mohamed Farah Aidid",
        "Amina Yusuf",
    ),
    "Caribbean": (
        "Delroy Campbell",
        "Shanice Francis",
        "Marcia Grant",
        "Winston St Clair",
        "Keisha Baptiste",
        "Leroy Bishop",
    ),
    "South Asian": (
        "Priya Patel",
        "Muhammad Iqbal Khan",
        "Harpreet Kaur",
        "Nusrat Begum",
        "Rajesh Iyer",
        "Md Rahman",
    ),
    "East Asian": ("Mai Nguyen", "So Young Kim", "Wei Ng", "Xiu Li", "Do Van An", "Hiroshi Tanaka"),
    "Arabic and Persian": (
        "Yusuf al-Hassan",
        "Layla Haddad",
        "Omar bin Khalid",
        "Fatemeh Karimi",
        "Nour El Sayed",
        "Ali Rezaei",
    ),
    "Eastern European": (
        "Agnieszka Wiśniewska",
        "Ivan Petrov",
        "Łukasz Żak",
        "Ioana Popescu",
        "Oksana Shevchenko",
        "Jiří Dvořák",
    ),
    "Jewish and Turkish": (
        "Shlomo Ben-David",
        "Rivka Goldberg",
        "Chaim Weiss",
        "Ayşe Yılmaz",
        "Mehmet Öztürk",
        "Dov Cohen",
    ),
    "Latin American": (
        "María José García",
        "João da Silva",
        "Luis de la Cruz",
        "Ximena Ñáñez",
        "Ana Souza",
        "Íñigo López",
    ),
}
