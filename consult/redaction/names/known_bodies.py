"""Companies, broadcasters, clubs, public bodies and gatherings that people name in these answers."""

from __future__ import annotations

from consult.redaction.names.word_sets import word_set

BODIES = word_set(
    """
    budgens costcutter spar londis nisa greggs primark matalan argos currys halfords screwfix wickes homebase
    b&m poundland wilko superdrug debenhams selfridges harrods fenwick zara h&m uniqlo jd decathlon costa
    starbucks mcdonald's mcdonalds nando's nandos kfc wetherspoons wetherspoon pret subway domino's greene boots
    specsavers barclays natwest lloyds hsbc santander monzo starling halifax nationwide tsb revolut paypal
    klarna visa mastercard amex experian equifax capita serco g4s sodexo atos fujitsu accenture deloitte kpmg
    pwc ey bt ee o2 vodafone giffgaff virgin talktalk ryanair easyjet jet2 eurotunnel avanti lner gwr northern
    southeastern thameslink southern ticketmaster spotify airbnb booking expedia ebay etsy vinted temu shein
    trigo yoti onfido veriff axon motorola briefcam staqu sensetime megvii hikvision dahua nice verint bae
    thales leidos babel street oosto anyvision ofqual ofwat cqc hse asa cma fca nao obr ons opcc fipco nppc
    iicsa cab citizens advice samaritans crimestoppers childline refuge women's aid victim shelter crisis
    centrepoint nacro unlock revolving foxglove inquest hjt released runnymede tell mama cst stonewall mermaids
    greenpeace friends earth wwf cnd xr jso acorn generation rent hope hate momentum unison usdaw rmt aslef
    nasuwt neu bma rcn nut pcs fbu poa equity bectu guides scouts brownies quakers quaker methodists baptists
    buddhists buddhist jains jain bahá'ís bahai rastafarians rastafarian rastas pagan pagans humanists atheists
    evangelicals mormons salvation cymdeithas urdd merched wawr yes cymru eisteddfod panorama newsnight
    dispatches channel radio hollywood netflix disney marvel spooks csi holmes sherlock dixon poirot morse
    taggart coronation emmaus eastenders corrie bridgerton matrix blade runner robocop hal daleks dalek tardis
    halloween santa valentine's pancake hogmanay burns pride mela eid iftar diwali holi navratri vaisakhi yom
    kippur passover hanukkah purim pesach shabbat nowruz chanukah lent advent michaelmas whitsun glastonbury
    reading leeds latitude creamfields womad boomtown ascot epsom aintree cheltenham wimbledon lord's oval
    henley silverstone goodwood edgbaston headingley anfield goodison etihad emirates celtic rangers hearts hibs
    arsenal chelsea tottenham spurs fulham palace millwall charlton orient everton villa wolves leicester forest
    derby horizon robodebt prism tempora echelon pegasus palantir cambridge equifax wannacry crowdstrike catt
    gaughan marper bridges gillan quinton glukhin zakharov weber klass malone liberty szabo vissy breyer beghal
    miranda watson schrems digital rights la quadrature du net noyb edri epic aclu eff lidar bluetooth wifi
    wi-fi linux chrome safari firefox copilot gemini claude grok deepfake deepfakes photoshop brummie brummies
    scouser scousers geordie geordies cockney cockneys mancunian mancunians glaswegian glaswegians londoner
    londoners liverpudlian liverpudlians yorkshireman yorkshiremen cornishman tyke jock taff valleys hongkongers
    hongkonger kurd kurds uighur uighurs tibetans palestinians israelis ukrainians rwandans eritreans
    bangladeshis pakistanis indians tamils sinhalese yazidis yazidi hazara hazaras romanies irishman irishmen
    englishman englishmen welshman welshmen scotsman scotsmen frenchman frenchmen dutchman brits aussies kiwis
    yanks
    """
)
"""In small letters."""
