"""Places that people name in these answers. A name of a place alone is not a name of a person.

Most places need no list: a single unknown word after "in" or "near" is read as one. The list serves the places that
begin a sentence. It is short on purpose, as half of Britain's towns are surnames too.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from consult.redaction.names.word_sets import word_set

_BRITISH = word_set(
    """
    england britain scotland wales ulster london middlesex westminster barking dagenham barnet bexley brent
    bromley camden croydon ealing enfield greenwich hackney hammersmith fulham haringey harrow havering
    hillingdon hounslow islington kensington chelsea kingston lambeth lewisham merton newham redbridge richmond
    southwark sutton tower hamlets waltham walthamstow wandsworth brixton peckham tottenham tooting stratford
    woolwich deptford streatham clapham battersea balham putney wimbledon mitcham morden acton southall hayes
    uxbridge wembley willesden kilburn harlesden edgware finchley hendon hampstead highgate holloway hornsey
    edmonton leyton leytonstone ilford romford upminster poplar stepney whitechapel shoreditch hoxton dalston
    bethnal bow mile plaistow beckton catford sydenham penge beckenham orpington sidcup eltham charlton
    thamesmead vauxhall kennington camberwell dulwich norwood thornton soho mayfair paddington marylebone euston
    pancras holborn aldgate heathrow gatwick stansted twickenham twyford feltham brentford chiswick oxford
    cambridge birmingham manchester liverpool leeds sheffield bradford bristol leicester coventry nottingham
    derby wolverhampton walsall dudley sandwell solihull stoke stafford telford shrewsbury worcester gloucester
    cheltenham swindon bath exeter plymouth torquay truro bournemouth poole southampton portsmouth winchester
    basingstoke reading slough windsor maidenhead bracknell guildford woking crawley brighton hove worthing
    eastbourne hastings canterbury dover folkestone margate ramsgate maidstone medway chatham gillingham
    dartford gravesend thurrock basildon southend chelmsford colchester clacton harlow ipswich norwich lowestoft
    yarmouth peterborough luton bedford milton keynes northampton kettering corby watford hatfield stevenage
    hertford hemel aylesbury wycombe lincoln grimsby scunthorpe hull york harrogate wakefield barnsley doncaster
    rotherham huddersfield halifax dewsbury keighley bolton bury oldham rochdale salford stockport tameside
    trafford wigan preston blackburn burnley blackpool lancaster accrington warrington chester crewe
    macclesfield birkenhead bootle wirral knowsley widnes runcorn carlisle kendal barrow newcastle gateshead
    sunderland durham darlington middlesbrough hartlepool stockton redcar tyneside teesside merseyside
    humberside cleveland cumbria northumberland northumbria lancashire yorkshire cheshire derbyshire
    nottinghamshire lincolnshire leicestershire rutland staffordshire shropshire herefordshire worcestershire
    warwickshire northamptonshire cambridgeshire norfolk suffolk essex hertfordshire bedfordshire
    buckinghamshire oxfordshire berkshire gloucestershire wiltshire somerset dorset devon cornwall hampshire
    surrey sussex kent avon wessex glasgow edinburgh aberdeen dundee inverness perth stirling paisley falkirk
    kilmarnock ayr ayrshire lanarkshire fife lothian strathclyde tayside highlands hebrides orkney shetland
    cardiff swansea newport wrexham bangor aberystwyth barry bridgend caerphilly llanelli neath merthyr tydfil
    pontypridd rhondda carmarthen haverfordwest pembroke pembrokeshire ceredigion gwynedd anglesey conwy
    llandudno rhyl flintshire denbighshire powys gwent dyfed glamorgan monmouthshire monmouth blaenau aberdare
    ebbw belfast derry londonderry armagh antrim lisburn newry omagh tyrone fermanagh portadown jersey guernsey
    wight thames mersey severn humber trent tyne clyde tees
    """
)
_DISTRICTS = word_set(
    """
    waterloo paddington clapham elephant morden brockley forest honor nunhead dulwich walworth bermondsey
    rotherhithe limehouse wapping canary docklands millwall stepney canning custom silvertown hainault chigwell
    loughton epping edgbaston sparkbrook sparkhill handsworth aston erdington selly moseley digbeth perry
    lozells ladywood chapeltown harehills headingley beeston hyde moss rusholme fallowfield longsight
    wythenshawe chorlton didsbury ardwick toxteth anfield everton wavertree speke croxteth kirkby huyton byker
    walker jesmond fenham benwell elswick gosforth hulme splott grangetown riverside butetown canton ely roath
    cathays adamsdown llandaff tredegar fairwater townhill sketty maesteg ammanford dryweryn govan gorbals
    easterhouse leith pollok easton hartcliffe knowle bedminster clifton radford sneinton hyson highfields
    spinney belgrave bluewater lakeside meadowhall westfield brent cross arndale merry hill metrocentre cribbs
    causeway monks gunwharf liverpool bullring princesshay drake portland orleans francisco vegas dallas miami
    atlanta denver philadelphia minneapolis milwaukee cleveland ottawa vancouver montreal auckland wellington
    perth brisbane colombo kandy jaffna dubai doha riyadh mecca jeddah amman beirut aleppo homs mosul basra
    jerusalem hebron gaza haifa ramallah tripoli tunis algiers casablanca rabat khartoum addis asmara hargeisa
    kampala kigali harare lusaka pretoria johannesburg capetown durban freetown monrovia dakar bamako kano
    ibadan kumasi amritsar jalandhar mirpur islamabad rawalpindi peshawar chittagong chennai bangalore hyderabad
    ahmedabad kerala goa tamil bengal bombay calcutta madras saigon hanoi bangkok manila jakarta singapore
    taipei seoul pyongyang osaka kyoto warsaw krakow gdansk bucharest sofia belgrade zagreb sarajevo pristina
    tirana prague bratislava budapest vienna zurich munich hamburg frankfurt cologne amsterdam rotterdam antwerp
    lyon marseille calais barcelona valencia lisbon porto milan naples venice florence athens nicosia kyiv kiev
    kharkiv minsk
    """
)
_WELSH = word_set(
    """
    cymru gymru nghymru chymru lloegr loegr prydain brydain mhrydain alban llundain lundain caerdydd gaerdydd
    nghaerdydd chaerdydd abertawe casnewydd gasnewydd nghasnewydd wrecsam fangor mangor wynedd ngwynedd ynys môn
    fôn sir caerfyrddin gaerfyrddin nghaerfyrddin penfro benfro powys phowys morgannwg forgannwg tawe taf
    rhondda llanelli ngheredigion geredigion merthyr tudful caernarfon gaernarfon nghaernarfon dolgellau
    aberteifi ewrop iwerddon ffrainc unol daleithiau san steffan
    """
)
_ABROAD = word_set(
    """
    europe africa asia america australasia scandinavia balkans caribbean palestine gaza israel korea congo
    ukraine russia holland paris berlin brussels dublin rome madrid geneva strasbourg york washington california
    texas illinois chicago boston seattle oakland francisco detroit baltimore moscow beijing shanghai xinjiang
    delhi mumbai kolkata karachi lahore dhaka sylhet kashmir punjab lagos abuja accra nairobi mogadishu
    somaliland cairo tehran baghdad damascus istanbul ankara kabul tokyo sydney melbourne toronto hague stasi eu
    uk usa
    """
)
_PEOPLE_TOO = word_set("israel jordan chad georgia cuba mali malta niger samoa togo oman guinea")


@lru_cache
def places() -> frozenset[str]:
    """Return the names of places, in small letters: British ones, countries in English and Welsh, cities abroad."""
    countries = {
        name.lower()
        for language in ("en", "cy")
        for name in Locale(language).territories.values()
        if name.isalpha()
    }
    return _BRITISH | _DISTRICTS | _WELSH | _ABROAD | countries | _PEOPLE_TOO
