"""Words that decide whether what follows "I am" or "Mr" is a name."""

from __future__ import annotations

from consult.redaction.names.word_sets import word_set

# Who people say they are: "I am Black British" must never be taken for a name, least of all in this subject.
DESCRIPTIONS = word_set(
    """
    black white brown asian british english welsh scottish irish european african caribbean american australian
    arab latin south east north west eastern western northern southern central mixed race heritage indian
    pakistani bangladeshi bengali chinese japanese korean vietnamese filipino somali nigerian ghanaian kenyan
    ugandan eritrean ethiopian sudanese zimbabwean jamaican trinidadian turkish kurdish iranian iraqi syrian
    afghan egyptian moroccan algerian polish romanian bulgarian albanian ukrainian russian italian spanish
    portuguese french german greek cypriot jewish muslim christian hindu sikh buddhist catholic protestant
    orthodox roma gypsy traveller deaf blind disabled autistic dyslexic trans transgender gay lesbian bisexual
    queer nonbinary male female asperger's labour conservative tory liberal democrat green reform plaid cymru
    snp republican unionist nationalist head chief chair chairman chairwoman managing deputy assistant senior
    junior vice executive director manager officer teacher doctor nurse councillor professor student engineer
    member founder president secretary treasurer lead principal data protection project software police security
    legal social human resources public community youth retired former ex currently now not never also very
    really so just still all always mr mrs ms mx miss dr sir dame lord lady reverend rev prof cllr mp ms ams mep
    kc qc
    """
)

# Words that end a name in small letters or all in capitals; the name after "I am" they end in any case.
NOT_NAMES = word_set(
    """
    a about after again against all also am an and any are as at be because been being before but by called came
    can cannot come could did do does doing done down during each even ever every for from get getting go going
    gone got had has have having he held her here him his how however i i'd i'll i'm i've if in into is it it's
    its just kept knocked know known last later like listed live made make many may me might more most must my
    named neither never no nor not nothing now of off on once one only or other our out over own perhaps please
    put quite read really recorded refused removed said same saw say says scanned secret she should since so
    some someone still stopped such taken tell than that that's the their them then there they thing this those
    though three through time to told too took two under until up upon us used using very walked wants was we
    well went were what when where whether which while who whom whose why will with without withheld would wrong
    yes yet you your an' private protected public spelt spelled spelling january february march april june july
    august september october november december a'r ac am ar bod bu byddai byddaf dim dw dwi ddim eich ein er eu
    fe felly fod fy gan ges gyda heb hefyd hi i'r mae mai mi na nad neu ni nid o oedd ond os pan roedd sydd sy'n
    syn tu un wedi wrth wnaeth y ydw ydy yn yng ym yr yw
    """
)

# Of these, the ones that are names too (Mr So, Mai Nguyen, Will): with a capital they may be part of a name.
NAMES_TOO = word_set(
    """
    an ann do her in mai may mi more my no or ond pan so to told un us will you young
    """
)

# Not part of a name in any case: the writer's "I", titles and ranks, days.
NEVER_NAMES = word_set(
    """
    i i'd i'll i'm i've mr mrs ms mx dr miss sir dame prof professor cllr rev sgt insp supt inspector sergeant
    constable superintendent general detective chief pc wpc pcso officer officers world comics martens constabulary
    who
    monday tuesday wednesday thursday friday saturday sunday
    """
)

# Surnames and first names that are everyday words too. A capital alone does not make them a name the second time.
EVERYDAY = word_set(
    """
    april art august banks bell best bill bishop black blue bond bright brown bull bush butler camp carpenter
    case chance charity christian church city clay close cook court cross day dean drew england english faith
    field fields fish ford forest fox frank freeman friend gold good grace grant gray green grey guy hall hand
    harmony heath heather hill hope house hunt hunter ireland ivy jack jersey joy judge june justice king knight
    lake lamb land lane law lily little long london lord love major mark marsh mason may melody mercy miles mill
    moon moss north olive park parsons patience paris pat patrol penny peace pearl pope power price prince pride
    queen ray read reed rich robin rose ross rush sage savage scott sharp shepherd short singh's small smart
    south speed spring star stone storm street summer sunny temple trinity wales walker wall ward warren waters
    way wells west white will wise wood woods young
    """
)
