"""Invented people: first and last names from many origins. One half of each was not read while tuning.

A name that is an everyday word too (Grace, Blessing, Young, Long) stands in every origin that has such names.
"""

from __future__ import annotations

from typing import Final

Person = tuple[str, str]
"""A first name and a last name, as each is written; a last name may hold a particle ("ap Gwilym")."""


def _people(text: str) -> tuple[Person, ...]:
    """Return the people in `text`, one to a comma, first name and last name parted by a stroke."""
    pairs = (person.strip().split("/") for person in text.replace("\n", " ").split(","))
    return tuple((first, last) for first, last in pairs)


NAMES: Final[dict[str, tuple[Person, ...]]] = {
    "English": _people(
        """Sarah/Thompson, Oliver/Brown, Grace/Young, Daniel/Hargreaves, Emily/Smith-Barker, Will/Harper,
        Gemma/Ashworth, Trevor/Pilkington, Charlotte/Mills, Jack/Bradshaw, Rose/Fletcher, Stuart/Whitaker,
        Hannah/Cole, Mark/Dunford, Pauline/Ogden, Simon/Turner"""
    ),
    "Welsh": _people(
        """Siân/Llwyd, Rhys/ap Gwilym, Angharad/Pugh, Dafydd/Jones, Llŷr/Gruffydd, Mair/Bowen, Gethin/Prosser,
        Nia/Evans, Heledd/Parry, Iolo/Meredith, Catrin/Davies, Emyr/Hughes, Lowri/Bevan, Aled/Rees, Ffion/Tudur,
        Gwenllian/Morris"""
    ),
    "Irish": _people(
        """Aoife/Ní Dhomhnaill, Seán/O'Brien, Niamh/Kelly, Ciarán/Burke, Gráinne/Doyle, Pádraig/McGrath,
        Siobhan/Nolan, Declan/O'Neill, Róisín/Byrne, Eoin/Gallagher, Maeve/Brady, Fergal/Quinn, Saoirse/Walsh,
        Conor/Mac Aonghusa, Bríd/Lynch, Cathal/O'Shea"""
    ),
    "Scottish": _people(
        """Hamish/MacLeod, Eilidh/Fraser, Callum/Mackenzie, Mhairi/Buchanan, Fergus/Sinclair, Morag/Gillespie,
        Iain/Ross, Kirsty/Campbell, Lachlan/McTavish, Catriona/Drummond, Euan/Galbraith, Isla/Murray,
        Alasdair/Rennie, Shona/Ferguson, Gregor/Lamont, Ailsa/Menzies"""
    ),
    "Nigerian": _people(
        """Chukwuemeka/Okafor, Adaeze/Nwosu, Olúwáṣeun/Adébáyò, Blessing/Eze, Ngozi/Obi, Tunde/Bakare,
        Funmilayo/Ogunleye, Ibrahim/Danjuma, Chidinma/Uche, Babatunde/Alabi, Yetunde/Adeyemi, Emeka/Nnamdi,
        Patience/Igwe, Sade/Oyelaran, Musa/Abubakar, Ifeoma/Chukwu"""
    ),
    "Ghanaian": _people(
        """Kwame/Mensah, Ama/Boateng, Kofi/Asante, Abena/Owusu, Kojo/Antwi, Efua/Sarpong, Yaw/Agyeman,
        Akosua/Darko, Kwabena/Osei, Adwoa/Amoah, Nana/Ofori, Comfort/Addo, Kwaku/Frimpong, Esi/Quaye,
        Fiifi/Ansah, Akua/Tetteh"""
    ),
    "Somali and East African": _people(
        """Abdi/Warsame, Hodan/Farah, Ayaan/Jama, Abdirahman/Hersi, Fartun/Guled, Selam/Tesfaye, Wanjiru/Kamau,
        Ifrah/Aden, Cabdullahi/Nuur, Sagal/Duale, Liban/Egal, Hamdi/Osman, Mulugeta/Bekele, Naima/Ismail,
        Otieno/Odhiambo, Sahra/Abdullahi"""
    ),
    "Caribbean": _people(
        """Delroy/Campbell, Shanice/Francis, Winston/St Clair, Keisha/Baptiste, Leroy/Bishop, Marcia/Grant,
        Devon/Clarke, Tanisha/Powell, Errol/Gayle, Shantelle/Braithwaite, Courtney/Pinnock, Yvonne/Lewin,
        Lloyd/Henriques, Paulette/Morgan, Carlton/Bogle, Jermaine/Alleyne"""
    ),
    "Pakistani, Bengali and Indian Muslim": _people(
        """Muhammad/Khan, Nusrat/Begum, Imran/Hussain, Ayesha/Siddiqui, Zubair/Chowdhury, Farzana/Akhtar,
        Bilal/Mirza, Rukhsana/Bibi, Shahid/Rahman, Tahmina/Uddin, Waqas/Malik, Saima/Qureshi, Rafiq/Miah,
        Nazia/Sheikh, Tariq/Butt, Mumtaz/Ali"""
    ),
    "Hindu, Sikh and Tamil": _people(
        """Priya/Patel, Harpreet/Kaur, Rajesh/Iyer, Gurdeep/Singh, Anjali/Sharma, Sivakumar/Ramanathan,
        Deepak/Mehta, Simran/Gill, Lakshmi/Nair, Jaswinder/Dhillon, Vikram/Rao, Meena/Shah, Kavitha/Selvarajah,
        Manjit/Sandhu, Nitin/Joshi, Tharshini/Balasingham"""
    ),
    "Arabic and Persian": _people(
        """Yusuf/al-Hassan, Layla/Haddad, Omar/bin Khalid, Fatemeh/Karimi, Nour/El Sayed, Ali/Rezaei,
        Samir/Mansour, Zahra/Hosseini, Khaled/Nasser, Rania/Khoury, Reza/Tehrani, Amira/Aziz, Hassan/al-Amin,
        Dina/Farouk, Mahmoud/Saleh, Shirin/Moradi"""
    ),
    "Turkish and Kurdish": _people(
        """Ayşe/Yılmaz, Mehmet/Öztürk, Emre/Kaya, Zeynep/Demir, Hüseyin/Çelik, Berivan/Aydın, Serdar/Şahin,
        Elif/Koç, Azad/Barzani, Gülşen/Arslan, Murat/Doğan, Rojda/Aslan, Cem/Polat, Hatice/Kurt, Baran/Yıldız,
        Derya/Aksoy"""
    ),
    "Chinese": _people(
        """Wei/Ng, Xiu/Li, Mei Ling/Chan, Zhang/Wei, Kai/Wong, Jing/Zhou, Siu Fong/Cheung, Hao/Xu, Yan/Liu,
        Ming/Huang, Ka-Wai/Lam, Xiaoling/Zhao, Jun/Tang, Lihua/Sun, Pui Yee/Leung, Bo/Long"""
    ),
    "Vietnamese, Korean and Japanese": _people(
        """Mai/Nguyen, Hiroshi/Tanaka, Ji-woo/Park, Thuy/Pham, Yuki/Sato, Seo-yeon/Kim, Duc/Tran, Minh/Hoang,
        Haruka/Mori, Linh/Vo, Kenji/Yamamoto, Min-jun/Choi, Thanh/Bui, Akiko/Watanabe, Hye-jin/Kang, Quang/Le"""
    ),
    "Polish and Eastern European": _people(
        """Agnieszka/Wiśniewska, Ivan/Petrov, Łukasz/Żak, Ioana/Popescu, Oksana/Shevchenko, Jiří/Dvořák,
        Grzegorz/Kowalski, Desislava/Dimitrova, Magdalena/Nowak, Bogdan/Ionescu, Zsófia/Nagy,
        Jurgita/Kazlauskienė, Arben/Hoxha, Danuta/Zielińska, Dragan/Petrović, Vasyl/Kovalenko"""
    ),
    "Portuguese, Spanish and Latin American": _people(
        """María José/García, João/da Silva, Luis/de la Cruz, Ximena/Ñáñez, Ana/Souza, Íñigo/López,
        Beatriz/Ferreira, Diego/Morales, Joaquim/dos Santos, Lucía/Fernández, Thiago/Oliveira, Camila/Rojas,
        Inês/Carvalho, Raúl/Ortiz, Paola/Quispe, Nuno/Almeida"""
    ),
    "Jewish": _people(
        """Shlomo/Ben-David, Rivka/Goldberg, Chaim/Weiss, Miriam/Rosenfeld, Dov/Cohen, Tamar/Levy, Avi/Feldman,
        Esther/Grossman, Mordechai/Katz, Shira/Abramovitz, Yossi/Mizrahi, Naomi/Shapiro, Menachem/Stern,
        Leah/Friedlander, Ari/Bloom, Devorah/Adler"""
    ),
    "Greek and Cypriot": _people(
        """Eleni/Papadopoulou, Giorgos/Christodoulou, Andreas/Georgiou, Stavros/Ioannou, Despina/Nikolaidis,
        Kyriakos/Hadjimichael, Maria/Economou, Costas/Pavlou, Panayiota/Charalambous, Vasilis/Antoniou,
        Chrystalla/Demetriou, Yiannis/Makris, Katerina/Vlachou, Dimitris/Zervas, Athina/Kyprianou,
        Nikos/Stylianou"""
    ),
    "Roma and Traveller": _people(
        """Florin/Lăcătuș, Violeta/Stanescu, Johnny/Doran, Kizzy/Lovell, Marian/Ciobanu, Tawno/Heron,
        Sorina/Muntean, Bridie/Cash, Costel/Dumitru, Britannia/Boswell, Rafael/Radu, Nancy/Connors,
        Lavinia/Calin, Ezekiel/Penfold, Zlatko/Horvath, Margaret/Ward"""
    ),
}
