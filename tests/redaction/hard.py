"""Details so disguised or so plain that a pattern may miss them, with the text around. The misses are published."""

from __future__ import annotations

from typing import Final

HARD: Final = (
    (
        "Ring oh seven seven double oh, nine hundred, one two three",
        "oh seven seven double oh, nine hundred, one two three",
    ),
    ("My number is 07700\n900123", "07700\n900123"),
    ("My number is O77OO 9OO123", "O77OO 9OO123"),
    ("07700.......900123", "07700.......900123"),
    ("my number ends 0123", "0123"),
    ("ring 230 5 251 2345 in Mauritius", "230 5 251 2345"),
    ("S E 1 5 4 Q T is home", "S E 1 5 4 Q T"),
    ("my postcode is SE15 4QT but with the letter O: SE1 OAA", "SE1 OAA"),
    ("SE15\n4QT", "SE15\n4QT"),
    ("near SE15", "SE15"),
    ("sarah dot jones, gmail", "sarah dot jones, gmail"),
    ("sarah underscore jones at gmail dot com", "sarah underscore jones at gmail dot com"),
    ("sarah AT work, the usual dot com", "sarah AT work, the usual dot com"),
    ("my blog is sarahjones.blog", "sarahjones.blog"),
    ("facebook slash sarahjones", "sarahjones"),
    ("I am sarahjones99 on insta", "sarahjones99"),
    ("the house with the red door in Railton Road", "Railton Road"),
    ("three Acacia Avenue", "three Acacia Avenue"),
    ("it was the day after Christmas 2024", "day after Christmas 2024"),
    ("on 3/5 they came", "3/5"),
    ("it was on 21.5.21", "21.5.21"),
    ("Kwame told me himself", "Kwame"),
    ("I am Priya", "Priya"),
    ("i am sarah jones", "sarah jones"),
    ("Sarah Jones here.", "Sarah Jones"),
    ("My boss, Okonkwo, saw it", "Okonkwo"),
    ("Superintendent Adebayo-Smith decided", "Adebayo-Smith"),
    ("my dog walker Siân Llwyd was there", "Siân Llwyd"),
    ("the sergeant, number 4521, smiled", "4521"),
    ("reference 4417 from the custody desk", "4417"),
)
