"""The household's side: who writes, for whom."""

import re

from assistant.understanding.expressions import expressions
from retrieval.spelling import Message

ENOUGH = 2
_SELF = re.compile(r"^\W*(?:[Bb]onjour\W+)?(?:TS|AS|CESF|CCAS|MDS|UDAF)\b")  # whoever writes so names their own service; « TS » is else read « tous »
_SIGLES = re.compile(
    r"\b(?:LP|LC|CQL|CDP|CFP|RFP|DSF|JCP|JEX|IO|AL|ALF|ALS|RSA|AAH|DLS|PU|DALO|DAHO|FSL|ASLL|AVDL|AEB|SP|CDJ|MDS|CCAS|CESF|BDF|PDCH|IJ|TS|SIAO|CCAPEX|NRS|M&C|PV|AJ|HLM|APL|CHRS|CDD|CDI|TJ)\b"
    r"|\b(?:M|Mme)\.? [A-Z]\.|\b(?:[Aa]ud|[Jj]gt|[Aa]ssign|enft|ret|janv|nov|dec)\."
)


def read_role(message: Message) -> str | None:
    """`juriste`, `bailleur`, `travailleur-social` or `locataire`; None when nothing says."""
    text, said = message.text, expressions("roles")
    if said["jurist"].search(text):
        return "juriste"
    if said["landlord-service"].search(text):
        return "bailleur"
    if said["social-worker"].search(text) or _SELF.match(message.raw) or _is_note(message):
        return "travailleur-social"
    if said["landlord"].search(text) and not said["served"].search(text):
        return "bailleur"
    return "locataire" if said["tenant"].search(text) or said["served"].search(text) else None


def _is_note(message: Message) -> bool:
    """Whether it is a note full of initials where nobody says « je »."""
    return not expressions("roles")["first-person"].search(message.text) and len(set(_SIGLES.findall(message.raw))) >= ENOUGH
