"""Names that are ordinary words or places too, from many peoples. Their neighbours decide: "Grace told me"."""

from __future__ import annotations

from consult.redaction.names.word_sets import word_set

NAMES_TOO = word_set(
    """
    abba abbott abdul abe abu ada adamu adder addo addy ade adel aden adler afar agar ahmed ai akan ala alan
    alba alec alexander ali alma ama amah aman amber amin amir amit ana angel ann anna annie ansa ante april ara
    archer ari armstrong arslan art arthur ash asha ashley aslan aster ates atkins atta august aurora autumn aya
    aziz bacon bae bai bailey baker bala ball banda bani banks bantu barak baran barber barker barnes barney
    baron barr barrow barry barton baru basia basil bass bassa batu bea beadle bean beck beg begum bell bella
    ben bennett benson berg berry bert bertha beryl bess best bet beth bethan bevan bey bhai bibi bill billie
    billy bin bing bint bird bishop bisi black blackburn blair blake blessing bloom blossom bo boa boatman bob
    bobby bola bolt bolton bond bonnie booth bora bose boss boswell bowen bowman boyle brad brady branch brandy
    bray brewer brian brid bright bristow broad bronwen brook brooke brown bryant bryn buck buckle bud bui bull
    bullock buna burger burke burn burns burrows bush butcher butler butt butterworth byrne cadi cai cain cairns
    cal calvert campbell can cana cane cannon carl carol carole caroline carpenter carr carter carver casa cash
    cassia castle cave cem ceri chad chai chambers chan chance chandler chang chao chapman chase chau chelsea
    chen cherry chi chin chip chiu cho choi chow chris chu chuck chung church cindy clarence clark clarke clay
    clement cliff clive clover cobb cody cohen cole coleman colin collier collins comb combs comfort condor cook
    cooke cooper coral costa costas courtney coward cox craft craig crane crook cross crow crowe cruz crystal
    cui cumming currie curry cutler cutter da dada dai daisy dal dale dalia dalton damian dan dane dang dao
    daphne dapo dar darius dark darling das dave davy daw dawit dawn day de dean deb dee dele della deng deniz
    dennis dent derby derrick des desta destiny dev devi devon dewi dexter di diamond dian diana diane dick
    dickens dickson dilly dilys din dina ding dirk diva do dodd dolly dolores don dong donna doran dory dos doss
    dot dov dove doyle drake draper drew driver drummond du duan duff duke duncan dung dunya duo durga dusty
    dwight dwyer dyer earl ebo ed eddie eddy eid eira eirlys elan elen eleni eleri eli elif elin ella emery emir
    emma enfys eng english er erica erin esi esme eu eve fa fai faith fan fang farmer farrell farrow fatima
    faulkner favour fay felicity fell fen feng fern ffion fi field fielding figo finch firth fish fisher fitch
    flack fleming fletcher flint flood flora florence florin flower flowers floyd fong foot ford forrest fortune
    foster fowler fox fran frances francis frank frankie fred freddie freddy friday fried frost fry fu fuller
    fung gabriel gail gal gale gallagher gan gang gao garbo gardener gardner garland garner garth gates gaul
    gauri gay geet gemma gene george georgia geraint geraldine gethin ghana ghee gibbon gibbons gift gil gill
    ginger gita glass glen glenn glover glyn godwin gold golding goldsmith gong goode goodluck goodman goodness
    goose gordon gore gosling goto grace grady graham grant gray green greene greg grey grieve griffin gross
    grove gu guan guava gul guled guru gus guy gwawr gwen gwenan gwenllian gwyn ha habib hadi haf haj haji hakim
    hala halal hale hali hall hamdi hamza han hana hancock hand hang hank hanks happiness hardy hare hari harley
    harmony harper harries harrow harry hart haru harvest harvey hassan hattie hawk hawkins hay hayes haynes
    hazan hazel head heal heap heard heath heather heaven hector hedges hefin heledd helen helix heng henry heo
    herb heron herring heulwen hewitt hick hicks hide higgins hilary hill hills hind hinds hiro ho hoa hobbs
    hogg holder holland holly holt home homer hon honey hong honour hoo hood hook hooker hope hopper horn horne
    horner horton house houston howe hsu hu huan huda hue hugh hugo hui hull humble hume hun hung hunt hunter
    hurst husbands hussar hutton huw hyacinth hye hyun ian iba ibex ida idris ike imam iman imani india infanta
    innocent ioan iolo ion iqbal ira irene iris irons isaac isis isla ismail ives ivy iwan jack jackie jackson
    jad jade jah jain jake jamal james jamie jamin jan jana jane janet jang jared jarvis jasmin jasmine jasper
    jay jaya jean jeff jefferson jenkins jenna jennings jenny jerome jerry jess jesse jessie jet jewel ji jia
    jiang jihad jill jim jimmy jin jing jinn jo joan jock joe joey john johnny jolly jones jordan jose joseph
    josh joshi joss joy judas jude judge judy juju julia jun june juno justice justin ka kai kali kalif kalpa
    kana kane kang kar karen karim karl karma kat kata kate katz kaur kava kay kaya keel keen keene keith kelly
    kemp ken kendal kent kerry khalid khan khat khor ki kidd kim kin king kings kingston kip kiran kirk kirkby
    kiss kit kitchen kite kitson kitty knight ko koa kofi kohl koi kola kong kris krishna ku kuna kung kurt kwan
    la lacey lai laird lakh lal lam lama lamb lambert lan lance landau lane lang lao lara larch lark lau laura
    laurel lauren lavender law lawless lawson layla le leach leaf leah lee leech leek lees lei leigh lemma len
    leng leo leroy les lesley leslie leung levi levy lewis lex li lian liang lien light lila lilly lily lim lima
    lin lincoln linda lindsay ling linh lionel lisa lister little liu llew llinos lloyd llwyd lo loan loc loch
    lock locke lodge logan lois lone long loo lopes loran lord lorry lottie lou louis love lovell lovelock low
    lowe lowri lu lua luck lucky lucy lui luke lulu lun luna luther luz lynch lynn lyon ma mac mace mack maddox
    madge madog madonna maggie mai maia maid main mair major mak mala malcolm mali malik mallet man mana mandy
    mann manna manner mansfield mao mar mara marble marc marcia marcus margaret mari maria marian marie marina
    marion mark marks marlow maros marsh marshal marshall martha martin martins maru marvellous mary mason
    massey masters mata mathi matt maud maurice max maxwell may maya mayer mead meadows medina meg megan mehmet
    mei meinir meirion melanie melissa melo melody meng mensa mercedes mercer merchant mercy merlin merry
    metcalf mi mia miah michael mick midwinter mike mildred miles mill miller millie mills milo milton mimi
    mimosa min mina ming minnie minter mir mira miracle mirza mirzas mist mitch mo moa mohamed mohammed mole
    moll molly mona monday mong monty moody moon moore mora morales moreau morgan mori morris mortimer moses
    moss mott mould mount mower mu muhammad mullah mullet mullins mundy mung murphy murray musa myrtle na nada
    nader nadir nag naima nam nan nana nancy narayan nash nasser nath naylor nazir neal neat ned neem neil nell
    nelson nero neville newman newton ng nguyen nhan nhi ni nia nick nickel nicky nigel nightingale nil nila nim
    nina ning nisi nita noa noble noel nolan noon noor nora norm norman norris north nova novelette nur nutter
    oakley oaks obe obi oda odell oka ola olive oliver ollie olwen oman omar opal ora orchard oren ori ortiz
    osborne oscar otis otter otto ouma owen owens owl oz pace packer paddy padma page pain paine painter pal
    palmer pam pan pang pansy papa para pari paris park parker parkes parks parr parry parson parsons partridge
    parvati pasha pat patel patience patrick patsy patty paul paula pauline payne paz peace peach peacock pearce
    pearl pearson peat peck peel peg peggy pei pell peng penn penny pepper percy perkins perry pete peter petra
    petty pham phan phil philip philips phoebe pi pia pickett pickles piers pike pilau pine ping pinto pip piper
    pippin pita pitt plant platt plum po pollard polly ponce pond pong pool poole poon pop pope poppy porter
    potter potts pound powell power praise pratt prayer precious prem prentice preston price priest prime
    primrose prince prior pritchard promise prosper pu pugh puja purcell qadi qin queenie quentin quick quill
    quinn rachel rahim rai rains raj raja raji ralph ram rama raman rami ramsay ramsey rana rand randy rani rao
    ras rata raven ravi ray reader reading rear rebi redman reed reem rees reeve reeves reg reggie regina rei
    reid remi ren rex rey reynolds rhea rhoda rhodes rhys ria rice rich rick ricky rider ridge ridley rigby
    riley rim rin rio risa rishi rita river rivers rix ro roach rob robbie robert roberts robin rocky rod roe
    roger rogers roland roma romaine roman romeo ron rong rook root roper rory rosa rose rosemary roshi rosie
    ross roth rowan rowe rowley roy royce ruby rudd rudy rue ruff rufus rui rule rush russ russell rust rusty
    ruth ryan sa saad sable sabra sade sadhu sadia sadie sadler safia sage sahib said saif sal sala salad salem
    salim sally salman sam sama samba samir sammy san sana sand sanders sandra sands sandy sang santos sapphire
    sara sarah sargent sari sasha sat sati saul saunders savage savannah savvy sawyer saxon sayer scales scamp
    scott seal sean self sellers sen seneca seng sensei seo serene seth sevilla sexton sha shah shaheen shahid
    shaikh shalom shan shane shanti sharif sharma sharon sharp sharpe shaun shaw shea shearer sheikh sheila
    shelley shelly shen shepherd sher sheriff sherry shi shin shiv shiva shore short shu shun sia sian sid
    sidney sienna sierra silk silva silver sim simmonds simon simpson sina sing singer singh sita sitar skinner
    skip sky skye slack slater sloan small smart smith snell snow so sobers sol solis solomon soma sommers son
    song sonia sonny soo sophie sora sow spark sparrow speck speed spence spencer spicer spring springer squire
    stack stain stan stanley stark stead steel steele stein stella stephanie stern steve steven stevens stew
    stock stokes stone storm stott street strong stuart style styles su suba success sudan sue sufi sugar sui
    suk sul sultan sultana summer sun sunday sung sunny suri susan sushi sutton swan sweet swift sydney sylvia
    ta tab tabor tai takahe tal talbot talia talib taliesin tally tam tamarin tamer tammy tan tang tanner tansy
    tao tapper tara tariq taro tas tate tawa tawny taylor teal ted teddy tegid temple ten tendai tennant terry
    tesh tesni tess thai thatcher theo theta thi thomas thor thorn thorne thornton thrush thu tidy tien tiger
    tiller tilly tim timothy tin tina ting to toby tod todd tom tommy toner tong toni tony topaz tope toro
    torres tough townsend tracey tracy tran trang trefor trent trevor trey tri trinity trotter trout troy trudy
    true tsai tu tuck tucker tui tun tung turnbull turner tutu tyler tyne tyrone uddin uma una underwood unity
    upton ursula usman uta val vale valentine valerie van vance vaughan veal veda veena veer vega venus vera vi
    vic vicky victor victoria vijay vila vince vine vinh viola violet virginia viva vivian vo vu wade wael
    wagner wai wain wainwright wake wakefield wale wali walker wall wallace waller walls wally walsh walt walter
    walters wan wanda wang ward warda ware warner warren waters watkins watson watt watts wayne wazir weaver
    webb webster weeks wei weir wells wen wendy west whale wharf wheat wheeler whit white whitehead whiting wild
    wilde wilder wilfred wilkins will willis willow wing winnie winston winter wisdom wise wolf wolfe won wong
    woo wood woods woodward woody woof worth wray wren wright wu wylie wyn xi xu ya yam yan yang yao yard yarrow
    yates yau yaw ye yen yew yi yin ying yip yogi yolanda yom york you young younger yu yuan yuen yuk yuri yusuf
    zac zack zahra zain zaman ze zee zen zhang zhao zhou zia zion zoe zora zulu
    """
)
"""In small letters. With a capital in the middle of a sentence they are taken for a name, at its start only where
what follows is done by a person."""

EASILY_WORDS = word_set(
    """
    eve ai ali an ann april art aster august banks bar baron barrow best bet bill black blue bolton bright broad
    brown can castle cave chad chance chelsea church class comb comfort cross da dai dark day de dent derby
    destiny devon di ding do don dove driver du duke earl emir eng english er eu faith fan farmer fell fen fi
    field fish flood florence foot ford friday fried gal gang gates gay georgia ghana gift gil god good goodness
    goto green grey gross guru ha haf halal hall hand hang happiness hay head heal heap heard heaven hide hills
    hind holder holland home hon honey honour hope house houston hue hunt husbands i imam india innocent ion
    jersey jolly jordan joy judge june just justice kent king kingston kiss la law le leaf leek light lincoln
    little loan lock lone long lord love low main major mali man manner march mark marvellous masters may
    merchant mercy mi mill min miracle mist monday moon mount mower mullah na neat ni nia nil no non noon norm
    north oaks olive oman pace page pain painter pal pan para paris park parks patience peace peat peel pepper
    pi pine plant plum po pond pool pop pope pound power praise prayer precious preston price priest prime
    prince prior promise prosper quick reader reading rear rich richmond ridge rim roma roman root ruff rule
    rust said salad san sand sat savannah seal self sharp sheikh sheriff shore short shun silver sing slack
    small smart so son song spark speck speed spring stead stern stock stone street strong style success sudan
    sultan summer sun sunday sutton sweet swift sydney teacher ten thai tidy tin to tong tough tri trinity true
    tu tuck unity vale van veal victor virginia wake wall ward west wharf wheat white wild will wing winter
    wisdom wise won wood woods woody woof worth ya yard ye york you young younger ze
    """
)
"""Of these, the ones that begin a sentence, or have a capital, for other reasons: they need stronger neighbours."""
