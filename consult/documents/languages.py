"""Which language some text is in, as far as the text itself tells.

The rule: a script that one language uses in practice tells the language (Bengali, Gurmukhi, Tamil, …). Languages
that share a script are told apart only by evidence: letters that the others lack, or the share of everyday words.
Without evidence nothing is guessed: Latin letters count as the document's own language, any other script becomes
"und-" and the script's name. What the person says they wrote in goes before all of this, for its own script.
"""

from __future__ import annotations

import re
from collections import Counter

LOCALES = {
    "ar": "ar-SA", "as": "as-IN", "be": "be-BY", "bg": "bg-BG", "bn": "bn-BD", "bo": "bo-CN", "ckb": "ku-Arab-IQ",
    "cy": "cy-GB", "de": "de-DE", "dv": "dv-MV", "el": "el-GR", "en": "en-GB", "es": "es-ES", "fa": "fa-IR",
    "fr": "fr-FR", "gu": "gu-IN", "he": "he-IL", "hi": "hi-IN", "hu": "hu-HU", "hy": "hy-AM", "it": "it-IT",
    "ja": "ja-JP", "ka": "ka-GE", "km": "km-KH", "kn": "kn-IN", "ko": "ko-KR", "lo": "lo-LA", "lt": "lt-LT",
    "mk": "mk-MK", "ml": "ml-IN", "mr": "mr-IN", "my": "my-MM", "ne": "ne-NP", "or": "or-IN", "pa": "pa-IN",
    "pl": "pl-PL", "ps": "ps-AF", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sd": "sd-Arab-PK", "si": "si-LK",
    "so": "so-SO", "sr": "sr-Cyrl-RS", "syr": "syr-SY", "ta": "ta-IN", "te": "te-IN", "th": "th-TH", "tr": "tr-TR",
    "uk": "uk-UA", "ur": "ur-PK", "yi": "yi-001", "zh": "zh-CN",
}  # fmt: skip
"""The locale that word processors know each language under. It only picks a dictionary."""

OUR_LANGUAGES = ("en-GB", "cy-GB")
"""The languages that a document's own words come in."""

_ONE_LANGUAGE = {
    "Syrc": "syr", "Thaa": "dv", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn",
    "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Tibt": "bo", "Mymr": "my", "Khmr": "km", "Grek": "el",
    "Armn": "hy", "Geor": "ka",
}  # fmt: skip

_LETTERS: dict[str, dict[str, re.Pattern[str]]] = {
    script: {tag: re.compile(f"[{letters}]", re.IGNORECASE) for tag, letters in languages.items()}
    for script, languages in {
        "Arab": {
            "ps": "ټډړږښګۍېځڅڼ",
            "ckb": "ڕڵۆێە",
            "sd": "ڄڃٻڀٿڻڪ",
            "ur": "ٹڈڑںےھہ",
            "ar": "ةىيكأإ",
            "fa": "پچژگکی",
        },
        "Hebr": {"yi": "ײװױ"},
        "Cyrl": {"uk": "їєґ", "be": "ў", "ru": "ыэё", "sr": "ђћ", "mk": "ѓќ", "bg": "ъ"},
        "Beng": {"as": "ৰৱ"},
        "Hani": {"ja": "\u3041-\u30ff", "ko": "\u1100-\u11ff\uac00-\ud7ff"},
    }.items()
}
"""Letters that one language of a script has and its neighbours lack."""

_SHARED_WITH = {
    "Arab": {"ur": {"fa"}, "ps": {"fa"}, "ckb": {"fa"}, "sd": {"fa", "ar"}},
    "Cyrl": {"be": {"ru"}, "ru": {"bg"}},
}
"""Letters of the second that texts in the first use too, so that they count for nothing beside the first."""

_COMMONEST = {"Hebr": ("he", 1), "Beng": ("bn", 1), "Hani": ("zh", 12)}
"""What a script stands for when none of its other languages shows, and the letters it takes to be sure of that."""

_WORDS = {
    "Latn": {
        "en": "the of and to in is that it for was on are with as be this have not they by from which would should",
        "cy": "yn y yr a mae i o ar nid bod ei eu wedi sydd gan fel ond dylai heddlu hynny am oherwydd bydd cael",
        "pl": "nie że się jest na do w z i to jak dla przez są oraz czy tylko które który powinna być może tego",
        "ro": "nu este și în la cu pe care să de din pentru sunt că o un mai fi ar trebui sau dar prin ca",
        "pt": "não é que o os de da do em um uma para com são por as se mas mais ser dos isso pela pelo deve",
        "es": "no es que el los de la en un una para con son por las se pero más ser del lo como esto debe",
        "it": "non è che il gli di la in un una per con sono da le si ma più essere del lo come questo deve",
        "fr": "ne pas est que le les de la en un une pour avec sont par des se mais plus être du ce cette doit",
        "de": "nicht ist dass der die das und in ein eine für mit sind von zu sich aber auch werden den es sollte",
        "lt": "ne yra kad ir į su iš tai bet būti turi kaip ar jie mes per turėtų nėra arba už dėl labai",
        "hu": "nem a az és hogy is van egy meg de ha csak kell lehet vagy ezt lenne mert azt között minden",
        "tr": "ve bir bu için değil ile da de olarak çok daha ama gibi olan her ne olmalı polis var yok",
        "so": "waa in iyo ka ku oo ah uu la aan waxaa waxay ay si loo dadka booliska ma leh laga",
    },
    "Deva": {
        "hi": "है हैं में की के का को और यह नहीं से पर कि हो चाहिए करना लिए",
        "ne": "छ छन् र मा को लाई हो यो गर्न हुन्छ छैन पनि भने गर्नु तर हुनुपर्छ",
        "mr": "आहे आहेत आणि या हे मध्ये नाही ते करणे पाहिजे च्या असे होते",
    },
}
"""Everyday words, enough of which tell a language among those that share its letters."""

SAMPLE = 800
"""How many characters of a text are looked at: more would not change the outcome."""

_LEAST_WORDS, _LEAST_SHARE, _LEAST_LEAD = 8, 0.2, 1.5

_LANGUAGES_OF_WORD = {
    script: {
        word: tuple(tag for tag, words in languages.items() if word in words.split())
        for word in " ".join(languages.values()).split()
    }
    for script, languages in _WORDS.items()
}
_WORD = re.compile(r"[^\W\d_][\w\u0900-\u097f]*")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


def language_of(text: str, script: str) -> str | None:
    """Return the language that `text` shows for letters of `script`: a tag, "und-…", or None for Latin in doubt.

    `script` is an ISO 15924 code; "Latn" for Latin letters.
    """
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    sample = text[:SAMPLE]
    found = _by_words(sample, script) or _by_letters(sample, script) or _commonest(sample, script)
    return found or (None if script == "Latn" else f"und-{script}")


def _by_letters(sample: str, script: str) -> str | None:
    languages = _LETTERS.get(script)
    if not languages:
        return None
    counts = {tag: len(letters.findall(sample)) for tag, letters in languages.items()}
    for tag, shared in _SHARED_WITH.get(script, {}).items():
        if counts[tag]:
            counts |= dict.fromkeys(shared, 0)
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] else None


def _commonest(sample: str, script: str) -> str | None:
    tag, enough = _COMMONEST.get(script, (None, 0))
    return tag if len(_NON_ASCII.findall(sample)) >= enough else None


def _by_words(sample: str, script: str) -> str | None:
    languages = _LANGUAGES_OF_WORD.get(script)
    if not languages:
        return None
    words = Counter(_WORD.findall(sample.lower()))
    counts: Counter[str] = Counter()
    for word in words.keys() & languages.keys():
        for tag in languages[word]:
            counts[tag] += words[word]
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, next_most) = ranked[0], ranked[1]
    told = (
        words.total() >= _LEAST_WORDS and most >= _LEAST_SHARE * words.total() and most >= _LEAST_LEAD * next_most
    )
    return best if told else None
