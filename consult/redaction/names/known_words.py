"""Proper nouns that are nobody's name: peoples, faiths, parties, laws, courts, companies, short forms."""

from __future__ import annotations

from consult.redaction.names.word_sets import word_set

PROPER = word_set(
    """
    muslim muslims islam islamic sikh sikhs hindu hindus jew jews christian christians catholic catholics roma
    traveller travellers gypsy gypsies romani yoruba igbo hausa akan urdu punjabi gujarati tamil sinhala farsi
    pashto kurdish tigrinya amharic swahili uyghur uyghurs rohingya latinx bame lgbt lgbtq lgbtqia lgbtqi
    british briton britons english welsh scots scottish irish european europeans windrush ramadan eid diwali
    christmas easter hanukkah vaisakhi lent carnival pride grenfell hillsborough orgreave battle peterloo stasi
    gestapo nazi nazis orwell orwellian kafka kafkaesque foucault bentham panopticon peel peelian hitler stalin
    mao putin brexit covid bridges macpherson scarman lammy leveson snowden cambridge analytica skynet robocop
    gattaca terminator pegasus parliament senedd stormont holyrood westminster whitehall downing hansard commons
    lords labour conservative conservatives tory tories lib dem dems liberal democrat democrats green greens
    reform plaid ukip ofcom ofsted ofgem estyn hmicfrs ico acro npcc ipcc iopc mopac npia nca gchq mi5 interpol
    europol nato unison unite ucu gmb tuc nhs dvla hmrc dwp moj cps pace ripa foi gdpr dpia eqia psed echr ecthr
    echr's rmc equality freedom magna carta strasbourg tesco asda sainsbury sainsburys sainsbury's morrisons
    lidl aldi waitrose iceland co-op boots argos primark ikea b&q sports westfield facewatch clearview palantir
    cognitec idemia corsight neoface nec amazon rekognition google apple microsoft ibm meta facebook instagram
    whatsapp tiktok twitter youtube snapchat uber deliveroo airbnb samsung huawei hikvision dahua tesla netflix
    spotify reddit wikipedia chatgpt openai iphone ipad android windows alexa siri eurostar tfl dlr ulez oyster
    bbc itv sky guardian telegraph mirror metro observer independent express wikileaks liberty amnesty
    medconfidential statewatch privacy foxglove justice stopwatch nacro mencap scope mind shelter barnardo's
    barnardos nspcc rspca oxfam unicef turing lovelace npl nist iso ieee mit ucl lse soas oxbridge stanford
    harvard wembley jobcentre anpr cctv lfr ofr rfr frt afr ofrt ai dna id ids ocr pin atm gps api faq pdf www
    ok tv pc pcs mp mps ms mep peers cllrs pcc pccs mayor phd ba bsc msc gcse gcses a-level bst gmt usb sim qr
    ui vat vpn eta nb ps pps cf eg ie re etc aka tbh imo imho idk lol omg fyi btw asap diy rip wtf sus sos dr mr
    mrs mx ii iii iv vi vii viii ix xi xii goverment definately absolutley alot thats dont cant wont doesnt
    didnt isnt wasnt arent werent havent hasnt hadnt wouldnt shouldnt couldnt whos whats theres heres lets ive
    youve weve theyve im youre theyre hes shes itll theyll wont ill id youd theyd mustnt neednt aint ya yep nope
    nah meh hmm hmmm ugh umm err gonna wanna gotta innit cos coz tho thru u ur plz pls thx innit gov govt dept
    org iban bic nino helo shwmae sut diolch hwyl cofion annwyl jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun
    """
)
"""In small letters. People whom everybody quotes are among them, and judgments that go by one person's name."""

HEADS = word_set(
    """
    broadway street road lane avenue close drive crescent terrace square court place way walk hill park parade
    mews row gate green common market centre center station airport tube line underground bridge tunnel
    roundabout junction stadium arena ground theatre hall house tower towers estate mosque church cathedral
    chapel synagogue temple gurdwara school academy college university hospital surgery clinic library prison
    hotel pub arms inn council borough county city town village ward district region valley bay river canal
    island islands isle coast police constabulary force service services authority agency office commission
    commissioner committee board trust foundation institute institution association society union federation
    network group groups movement campaign charity party company ltd limited plc llp inc corp corporation bank
    supermarket stores store shop brothers act bill law code convention charter treaty directive regulation
    regulations order rules principle principles report review inquiry enquiry judgment judgement ruling case
    appeal scandal affair effect test study paper project programme program scheme system systems software
    technology technologies algorithm database index award prize times post news mail standard express journal
    press magazine today online media live festival carnival day week month year war riots riot attack attacks
    bombing disaster tragedy protest protests march united rovers wanderers athletic fc afc rfc cup league games
    olympics speakers speaker language families family community communities residents people voters style type
    """
)
"""What comes after the name of a place, a company, a law or an inquiry, in small letters ("Casey Review")."""

LEADS = word_set(
    """
    operation project question article section annex appendix chapter part schedule figure table clause
    paragraph lake loch mount river port fort new old north south east west northern southern eastern western
    upper lower great greater little royal saint county city lord's day isle st
    """
)
"""What comes before a name that is no person's ("Operation Sceptre"), in small letters."""
