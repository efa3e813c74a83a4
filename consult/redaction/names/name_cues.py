"""The words beside a name: who is spoken of, who does something, and where one only goes."""

from __future__ import annotations

from consult.redaction.names.word_sets import word_set

RELATIVES = word_set(
    """
    son sons daughter daughters child husband wife partner brother brothers sister sisters mother father mum mam
    mom dad friend friends neighbour neighbours uncle aunt auntie aunty cousin cousins nephew niece colleague
    colleagues boyfriend girlfriend flatmate housemate grandson granddaughter grandmother grandfather gran
    grandma grandad nan mate boss manager teacher landlord landlady tenant carer client pupil student stepson
    stepdaughter fiancé fiancée fiance fiancee lad boy girl sibling twin baby solicitor barrister doctor gp
    dentist imam rabbi priest vicar pastor mab merch mrawd brawd chwaer ffrind ffrindiau gŵr gwraig ngŵr ngwraig
    mam dad nhad cymydog nghymydog ewythr modryb cefnder cyfnither mhartner partner nain taid mam-gu tad-cu
    """
)
OWNERS = word_set("my our his her their your fy ein ei eu")
CALLED = word_set("called named enw o'r")

SPEAKING = word_set(
    """
    told said says asked rang phoned texted emailed e-mailed wrote cried lives lived reckons replied answered
    explained shouted whispered laughed agrees agreed thinks thought believes knows knew complained insists
    warned apologised apologized begged refused panicked wept
    """
)
DOING = word_set(
    """
    was is has had got did does went came wasn't isn't hasn't hadn't didn't doesn't won't wouldn't couldn't
    can't could would feels felt looks looked saw works worked moved left stood sat walked ran took gave lost
    kept stayed became wants wanted needs likes and who with aged here never always also still just ei yn gyda
    ydw
    """
)
"""What someone does, after a name. Weaker than speaking: "Hope was lost"."""

MEETING = word_set(
    """
    with told asked met meet saw see seen rang phoned texted emailed called know knew tell ask thank thanks dear
    hi hello hey stopped searched arrested questioned detained followed helped watched visited married for by
    and about love cheers regards mistook gave held than like as am i'm gan gyda gweld gwelais i
    """
)
"""What comes before a person who is not called anything: "with Grace", "they stopped Rose"."""

IN_PLACES = word_set(
    """
    in at near outside inside around across throughout into via within towards toward beyond opposite yn yng ym
    ger drwy ledled
    """
)
LOOKING = word_set("look looked looking shout shouted shouting laugh laughed point pointed stare stared swore shot")
TRUSTING = word_set("believe believed believes trust trusted faith confidence confided interest interested")
GOING = word_set(
    """
    go goes going gone went travel travels travelled travelling drive drove driving walk walked walking train
    trains bus buses flew fly commute commuting trip return returned returning back close next come comes came
    coming am are is was were live lived moved move family people residents visitors away far down up over out
    over from mynd dod
    """
)
PARTS = word_set(
    """
    people residents parts part streets centre center outskirts north south east west middle rest citizens
    communities community university bank city borough town county house court college archbishop bishop duke
    duchess prince earl lord mayor bishops church diocese isle republic kingdom state states government
    population history map edge end top cities towns areas area
    """
)
DETERMINERS = word_set("the a an this these those each every any no some another its which what y yr")

# Never part of a name, whatever a list says.
SMALL_WORDS = word_set(
    """
    a about above after again against all also am an and any are as at be because been before being below both
    but by can could did do does done each either else even ever every few first for from get give go had has
    have he her here hers him his how however i if in into is it its just last let like made make many me more
    most much must my neither never next no nobody nor not nothing now of off on once one only onto or other
    others our out over own per please same second see she should since so some someone still such than that the
    their them then there these they this those though through thus to too two under until up upon us use very
    was we were what when where whether which while who whom whose why with within without would yes yet you
    your today yesterday tomorrow everybody everyone anybody anyone somebody perhaps maybe instead
    """
)

CAPITAL_TOO = word_set(
    """
    police officer officers government governments council councils councillor councillors parliament minister
    ministers secretary state court courts judge judges commissioner commissioners chief constable constables
    inspector home office justice law act bill code practice parties party member members house commons lords
    crown king queen majesty lord lady sir dame president prime chancellor mayor mayors authority authorities
    regulator regulators ombudsman tribunal service force forces public press media science research evidence
    technology facial recognition live retrospective operator initiated data protection human rights article
    section big brother god allah jesus christ bible quran lord satan heaven hell earth internet web net church
    mosque everybody nobody society community people parents children kids men women mum mam mom mummy dad daddy
    gran granny grandma grandad grandpa auntie aunty uncle experts critics supporters opponents campaigners
    residents citizens friends neighbours doctors teachers nurses lawyers labour conservative liberal democrat
    green reform left right centre centrist socialist communist fascist nazi black white brown asian african
    caribbean north south east west northern southern eastern western spring summer autumn winter monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september
    october november december union european nation nations kingdom britain british consultation question
    questions option options answer response part annex chapter paragraph table figure page watchlist watchlists
    camera cameras van vans biometric biometrics surveillance privacy freedom equality liberty security safety
    crime crimes terrorism intelligence artificial ai report review inquiry committee select board group team
    unit department agency company companies corporation business businesses industry retail retailers shop
    shops supermarket school schools university college hospital station city town village borough county
    country capital general metropolitan national independent royal special joint strategic senior deputy
    assistant former acting director manager professor doctor detective sergeant superintendent commander
    captain major colonel reverend father bishop archbishop rabbi imam heddlu llywodraeth senedd comisiynydd
    gomisiynydd cyngor gyngor cynulliad gweinidog brenin swyddfa gartref cartref barnwr llys uchel erthygl deddf
    cod ymarfer duw iesu eglwys capel prif gwnstabl cwnstabl aelod aelodau undeb pobl bobl plant llun mawrth
    mercher iau gwener sadwrn sul ionawr chwefror ebrill mai mehefin gorffennaf awst medi hydref tachwedd
    rhagfyr saesneg cymraeg gymraeg cymro cymraes gymro gymraes cymry gymry saeson prydeinig cymreig
    """
)
"""Ordinary words that people write with a capital, and those that speak without being a person ("Police said")."""

BELONGINGS = RELATIVES | word_set(
    """
    face phone car house home name story case job family flat hand arm bag bike photo picture image door shop
    dad's wife's children kids parents life mind words account record details mobile laptop coat hijab turban
    """
)
"""What belongs to a person: "Gemma's phone"."""

WELSH_VERBS = word_set(
    """
    cafodd gafodd roedd oedd dywedodd mae bydd byddai gwelodd aeth meddai wnaeth gofynnodd daeth siaradodd
    ysgrifennodd gofynnais gwelais ffoniodd ffoniais dwedodd cytunodd atebodd clywodd holi stopio arestio gweld
    i â gyda gan wrth
    """
)
"""What comes straight before the name of someone who does something, in Welsh."""

PARTICLES = word_set(
    """
    al ap ab bin bint ibn abu umm ben bat da das de del della den der di do dos du el ferch la las le los mac mc
    ní nic ó o st ter van von y zu ul ud
    """
)

FIRST_PARTICLES = PARTICLES - word_set("bat ben das den do las los mac mc o st van y")
"""The particles that a name may begin with: no words of English besides."""

MEETING_STRICTLY = word_set(
    """
    with told asked met meet rang phoned texted emailed tell ask thank thanks dear hi hello hey mistook married
    visited
    """
)
"""What comes before nothing but a person, even one with the name of an ordinary thing ("with Comfort")."""

WILLING = SPEAKING | word_set("went came left will would felt wants works cried will")
"""What an ordinary word with a capital hardly does unless it is somebody."""

TALKING = word_set(
    "talk talks talked talking speak speaks spoke spoken speaking wrote write written listen happened said sorry"
)
"""What comes before "to" and a person."""

WHEN_MET = word_set("when and who at on was")
"""What comes after a person in small letters whom somebody was with."""
