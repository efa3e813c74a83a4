"""The sentences that names are planted in; nothing announces most of them. One half was not read while tuning.

`{full}` stands for first and last name, `{first}` and `{last}` for one of them, `{initial}` for the first letter of
the first name. `{small}` is the full name in small letters, `{LARGE}` in capitals.
"""

from __future__ import annotations

from typing import Final

SEEN: Final = (
    "{full} told me that the van was there all day.",
    "{first} told me that the van was there all day.",
    "I was walking home with {first} when they scanned us.",
    "They stopped {full} outside the shop and would not say why.",
    "My neighbour {first} was stopped twice last month.",
    "The officer asked {first} for proof of address.",
    "I saw {full} being questioned and it was humiliating.",
    "It was {first}'s face on the screen, not mine.",
    "{first}'s brother still has not had an apology.",
    "A man called {full} was held for an hour by mistake.",
    "I agree with {full}, who has said this for years.",
    "This was written by {full} for the residents' association.",
    "My friends {first} and Tom were scanned too.",
    "I have talked to {first} about it. {first} is against it as well.",
    "My wife ({first}) feels the same.",
    "No camera should decide this. {full}, aged 43, lost her job over it.",
    "Ask {first} if you do not believe me.",
    "Since then {first} will not go into town alone.",
    "Councillors such as {full} have asked for figures.",
    "We went to see {last} about it, but nothing came of it.",
    "{initial}. {last} signed the letter.",
    "Thank you for reading. {full}",
    "my son {small} was stopped by the police",
    "{small} told me they deleted nothing",
    "MY BROTHER {LARGE} WAS STOPPED FOR NO REASON",
    "When the police got it wrong, {first} cried for days.",
    "I support this. But {first}, my cousin, does not.",
    "Yesterday {full} and I walked past the cameras.",
    "Cafodd {full} ei stopio gan yr heddlu.",
    "Dywedodd {first} wrtha i fod y fan yno drwy'r dydd.",
    "Roedd {full} gyda fi ar y pryd.",
    "Hi, I'm {first} and I live in Leeds.",
)
"""Looked at while the rules were made."""

HELD_OUT: Final = (
    "{full} was there when it happened and can confirm it.",
    "{first} said the same thing to the officer.",
    "I rang {first} straight away because I was frightened.",
    "The police took {full} to the station over a false match.",
    "My colleague {first} will not walk that way any more.",
    "They let {first} go after half an hour.",
    "I know {full} and he would never do that.",
    "{first}'s phone was taken as well.",
    "We stood next to {first}'s car the whole time.",
    "A woman named {full} was followed round the store.",
    "As {full} wrote to you already, this is not lawful.",
    "My view is the same as that of {full}.",
    "Both {first} and I were told to wait.",
    "I told {first} to write to you too. {first} has not dared.",
    "My best friend, {first}, was on the list.",
    "It is not right. {full} never got an explanation.",
    "Please speak to {first} before you decide.",
    "After that {first} moved away.",
    "People like {full} are picked out every time.",
    "They mixed me up with {last} and kept me there.",
    "The letter came from {initial}. {last} at the council.",
    "Stop this now.\n{full}",
    "i was with {small} when the van came",
    "my friend {small} said it was wrong",
    "THE POLICE STOPPED {LARGE} IN FRONT OF EVERYBODY",
    "If it can happen to {first}, it can happen to anyone.",
    "In the end {full} paid for a solicitor.",
    "Even {first}, who never complains, was angry.",
    "Siaradais i â {full} am hyn.",
    "Mae {first} yn cytuno â fi.",
    "Gwelais i'r heddlu yn holi {full}.",
    "Hello, this is {first} from the estate.",
)
"""Only counted, never read, while the rules were made."""

ANNOUNCED: Final = (
    "My name is {full} and I live in London.",
    "my name's {full}, thank you",
    "I am {full} and I object.",
    "I spoke to Mr {full} afterwards.",
    "Mrs {last} saw it all.",
    "Ask Dr. {last} about it",
    "PC {last} told me to wait",
    "Sgt {last} was polite.",
    "it was Inspector {last} who decided",
    "Ms {last}'s son was there",
    "Fy enw i yw {full}.",
    "Fy enw i ydy {full} a dw i'n byw yng Nghaerdydd",
    "{full} ydw i.",
    "Siaradais i â Mr {last} wedyn.",
    "Name: {full}",
    "Yours sincerely,\n{full}",
)
"""After a title, a rank or an introduction."""
