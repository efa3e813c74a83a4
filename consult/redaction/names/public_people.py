"""People whom answers name because everybody knows them: in office, in a judgment, in books.

Only the whole name is left standing. A minister's name says nothing of the resident who writes it, and whoever
shares a first or a last name with one is masked as everybody else. The list grows old; that costs a false mark,
no more. Names that many people bear are not on it.
"""

from __future__ import annotations

import re

from consult.redaction.found import Found

_PEOPLE = frozenset(
    " ".join(each.split())
    for each in re.split(
        ",",
        """
    keir starmer, rishi sunak, liz truss, boris johnson, theresa may, david cameron, tony blair,
    margaret thatcher, winston churchill, shabana mahmood, yvette cooper, james cleverly, suella braverman,
    priti patel, sajid javid, amber rudd, david lammy, angela rayner, rachel reeves, kemi badenoch,
    nigel farage, zack polanski, carla denyer, caroline lucas, jeremy corbyn, diane abbott, sadiq khan,
    andy burnham, john swinney, nicola sturgeon, humza yousaf, eluned morgan, mark drakeford, vaughan gething,
    rhun ap iorwerth, mark rowley, cressida dick, bernard hogan-howe, fraser sampson, william webster,
    brian plastow, elizabeth denham, louise casey, baroness casey, alex carlile, lindsey chiswick,
    stephen lawrence, doreen lawrence, neville lawrence, baroness lawrence, chris kaba, sarah everard,
    wayne couzens, jean charles de menezes, dea-john reid, ed bridges, edward bridges, silkie carlo,
    shami chakrabarti, pete fussey, daragh murray, carly kind, joy buolamwini, timnit gebru, cathy o'neil,
    shoshana zuboff, ruha benjamin, edward snowden, julian assange, elon musk, mark zuckerberg, jeff bezos,
    bill gates, peter thiel, sam altman, hoan ton-that, donald trump, joe biden, barack obama, vladimir putin,
    xi jinping, adolf hitler, joseph stalin, josef stalin, george orwell, aldous huxley, franz kafka,
    michel foucault, jeremy bentham, john stuart mill, robert peel, benjamin franklin, thomas jefferson,
    martin luther king, nelson mandela, rosa parks, mahatma gandhi, anne frank, martin niemöller, hannah arendt,
    alan turing, ada lovelace, philip k dick, tom cruise, charlie brooker, king charles, queen elizabeth,
    prince harry, prince william, prince andrew, william macpherson, leslie scarman, lord scarman,
    lord macpherson, lord carlile, lord anderson, guy fawkes, robin hood, jesus christ
        """,
    )
)


def is_public(text: str, found: Found) -> bool:
    """Say whether the name found, by itself or with the word before it, is that of someone whom everybody knows."""
    name = " ".join(text[found.start : found.end].lower().split())
    if name in _PEOPLE:
        return True
    title = text[max(0, found.start - 12) : found.start].lower().split()
    return bool(title) and f"{title[-1]} {name}" in _PEOPLE
