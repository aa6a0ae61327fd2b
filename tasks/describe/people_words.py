"""Words that tell people's names from what stands beside them in a byline: roles, agencies, degrees."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# What a word of a role begins or ends with, as a pattern; glued words count (`EditorFollow`, `Wirtschaftsredakteur`).
ROLES = _words(
    r"editors?\w* \w*reporter\w* correspondents? writers? journalists?\w* columnists? contributors? producers? "
    r"director manager chief officer president professor staff team desk newsroom bureau intern analyst critic "
    r"photographers? editorial experts? specialist founder ceo cto coo cfo vp head senior lead counsel attorney "
    r"consultant strategist engineer developer designer educators? coach nutritionist dietitian historian economist "
    r"scientist researcher lecturer meteorologist host presenter owner partner marketing \w*redakt\w* "
    r"\w*korrespondent\w* autor(?:in|en)? volontär\w* ressort\w* leiter\w* rédac\w* journaliste correspondante? "
    r"envoyée? redac\w* corresponsal periodista giornalista inviato redazione repórter jornalista author guest user "
    r"member admin administrator webmaster unknown anonymous"
)
# Names of organisations, and what pages hang about a byline.
THINGS = _words(
    r"updated? published posted min(?:ute)?s? read ago view profile follow share e-?mail subscribe biography photos? "
    r"photography image credit agenc\w* agentur\w* news\w* \w*nachrichten media press presse times herald post "
    r"magazine journal gazette \w*zeitung online services? wires? group gmbh inc ltd llc company university "
    r"institute? association department blog website www center centre foundation college school clinic labs? "
    r"disclosure advertiser technology hardware software strategy reviews? about contact home shop brand copyright "
    r"foto bild twitter facebook instagram linkedin forum categor\w*"
)
AGENCIES = (
    "ap", "afp", "dpa", "reuters", "apa", "sda", "ats", "efe", "ansa", "lusa", "pa", "bloomberg", "upi", "tass",
    "xinhua", "kyodo", "afx", "kna", "epd", "sid", "ani", "pti", "ians", "cna", "aap", "belga", "anp", "ntb", "tt", "ritzau",
    "itar-tass", "interfax", "unian", "dpa-afx", "cnn", "bbc", "npr", "associated press", "the associated press",
    "agence france-presse", "europa press", "press association", "deutsche presse-agentur", "the canadian press",
)  # fmt: skip
# Degrees and titles that follow a name after a comma.
CREDENTIALS = (
    r"ph\.?d|m\.?d|dvm|mba|m\.?a|b\.?a|m\.?sc?|b\.?sc?|rn|jd|esq|jr|sr|cpa|cfp|rd|rdn|ld|dr|prof|dds|mph|lcsw|pe|fand"
)
# Small words inside names.
PARTICLES = frozenset(
    _words("van von de der den del della di da dos la le el al bin ibn ben zu zur af av y und e ter ten du do st mc d")
)
