"""A wrong file stops the start: its name, the line, what is wrong, what to do, in French."""

import shutil
from pathlib import Path

import pytest

from knowledge.loading import load
from knowledge.reading import DATA, KnowledgeError

LAW, FICHE, STATEMENTS, LOCALS = "law/treve-hivernale-dates.yaml", "fiches/vienne-vote.md", "stages/86/art-9.yaml", "partners/86.yaml"
SMALL = ("code,", "62", "86")  # communes of two départements: enough to check places, quick to read

# (what a hand did, file, the words it replaced, what it wrote, what the message says at that line)
CASES = [
    ("two colons", LAW, "label: Dates", "label: Dates : trêve", "un « : » est de trop"),
    ("a tabulation", LAW, "label: ", "\tlabel: ", "tabulation"),
    ("a key twice", LAW, "topic: ", "label: Dates\ntopic: ", "la clé « label » est écrite deux fois"),
    ("a misspelt key", LAW, "topic: ", "topik: ", "topik : clé inconnue. Vouliez-vous dire « topic » ?"),
    ("a key below, misspelt", LAW, "  plain: 'Avant", "  simple: 'Avant", "versions.0.simple : clé inconnue. Clés possibles : value, start"),
    ("a word for a number", LAW, "text: Du 1er novembre au 15 mars", "number: deux", "un nombre est attendu, pas « deux »"),
    ("a text for a list", LAW, "stages:\n", "stages: jugement\nx:\n", "une liste est attendue, pas « jugement »"),
    ("a word outside the list", LAW, "selected_by: aujourd-hui", "selected_by: lune", "Valeurs possibles : bail, acte, audience ou aujourd-hui"),
    (
        "a day that does not exist",
        LAW,
        "verified_on: 2026-11-21",
        "verified_on: 2026-13-45",
        "« 2026-13-45 » n'est pas une date. Écrivez-la ainsi : 2026-11-21",
    ),
    ("a day in words", LAW, "start: 2012-06-01", "start: juin 2012", "« juin 2012 » n'est pas une date"),
    ("an end before its start", LAW, "end: 2014-03-26", "end: 2011-03-26", "la fin (2011-03-26) est avant le début (2012-06-01)"),
    (
        "a stage of the law",
        LAW,
        "- jugement-resiliation",
        "- jugement-resilation",
        "étape inconnue « jugement-resilation ». Vouliez-vous dire « jugement-resiliation »",
    ),
    ("a gap's quote", LAW, "quote: entre le 1er novembre jusqu’au", "quote: entre le 1er novembre et le", "à partir de « et le 31 mars"),
    ("a missing bracket", FICHE, 'departments: ["86"]', 'departments: ["86"', "il manque une virgule ou un crochet"),
    ("a quotation mark never closed", LAW, "label: ", 'label: "', "un guillemet ouvert n'est jamais refermé"),
    ("a number for a text", FICHE, 'departments: ["86"]', "departments: [86]", "un texte est attendu, pas « 86 ». Mettez-le entre guillemets"),
    ("a fiche's stage", FICHE, "stages: []", "stages: [commandement]", "étape inconnue « commandement ». Vouliez-vous dire « commandement-de-payer »"),
    ("a fiche's rule", FICHE, "parameters: []", "parameters: [appel-delais]", "règle de droit inconnue « appel-delais ». Vouliez-vous dire « appel-delai »"),
    ("a fiche's partner", FICHE, "partners: [ccapex", "partners: [capex", "partenaire inconnu « capex ». Vouliez-vous dire « ccapex »"),
    ("a fiche's role", FICHE, "roles: [travailleur-social", "roles: [avocat", "rôle inconnu « avocat »"),
    ("a related fiche", FICHE, "related: [vienne-ordre-du-jour", "related: [vienne-ordre-de-jour", "fiche inconnue « vienne-ordre-de-jour »"),
    ("a département", FICHE, 'departments: ["86"]', 'departments: ["99"]', "il n'y a pas de département « 99 »"),
    ("an anchor", FICHE, "section: art-13,", "section: art-133,", "le texte ri-86 n'a pas de section « art-133 ». Vouliez-vous dire « art-13 »"),
    ("a document", FICHE, "document: ri-86, section: art-13,", "document: ri-87, section: art-13,", "texte inconnu « ri-87 »"),
    ("a quote", FICHE, "sans condition de quorum", "sans aucune condition de quorum", "dans ri-86, section art-13, à partir de « aucune condition de quorum"),
    ("a step without its number", FICHE, "2. Voix", "Voix", "écrivez une étape « 1. … »"),
    ("a statement's id twice", STATEMENTS, "id: 86-titre-3-prevention-individuelle", "id: 86-titre-3-prevention-systematique", "existe déjà dans"),
    ("a statement's kind", STATEMENTS, "kind: courrier", "kind: lettre", "sorte d'énoncé inconnue « lettre »"),
    ("a statement's stage", STATEMENTS, "stages: [assignation]", "stages: [tribunal]", "valeur inconnue « tribunal »"),
    ("an arrondissement", LOCALS, "arrondissements: [Montmorillon]", "arrondissements: [Montmorilon]", "Vouliez-vous dire « Montmorillon »"),
    (
        "a commune",
        LOCALS,
        "communes: [Châtellerault]",
        "communes: [Chatellerault]",
        "le département 86 n'a pas « Chatellerault ». Vouliez-vous dire « Châtellerault »",
    ),
    ("a contact's date", LOCALS, 'as_of: "2018-03-06"', 'as_of: "6 mars 2018"', "« 6 mars 2018 » n'est pas une date"),
    ("a heading without anchor", "corpus/ri-86.md", " {#art-13}", "", "un titre s'écrit « ## Titre {#ancre} »"),
    ("an anchor twice", "corpus/ri-86.md", "{#art-14}", "{#art-13}", "l'ancre « art-13 » est déjà celle d'un autre titre"),
    ("an edition's département", "corpus/ri-86.md", 'department: "86"', 'department: "99"', "il n'y a pas de département « 99 »"),
    ("where a delay starts", "deadlines.yaml", "starts: act\n", "starts: acte\n", "point de départ inconnu « acte »"),
    ("the passage of a question", "asked/arrete-86.yaml", '"visas.1":', '"visas.100":', "passage inconnu « visas.100 »"),
    (
        "a stage and role twice",
        "orientation.yaml",
        "stage: bail-en-cours\n    role: bailleur",
        "stage: bail-en-cours\n    role: locataire",
        "« bail-en-cours, locataire » existe déjà",
    ),
    ("a condition", "orientation.yaml", "when: {housing_aid: true}", "when: {aide: true}", "condition inconnue « aide »"),
    ("a related term", "glossary.yaml", "related: [", "related: [xyzxyz, ", "terme inconnu « xyzxyz »"),
    ("a cell too many", "communes.csv", "62041,Arras,", "62041,Arras,,", "7 cellules au lieu de 6"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data without most of what the cases do not touch: communes of two départements, one file of statements, one of questions."""
    data = tmp_path_factory.mktemp("copy") / "data"
    shutil.copytree(DATA, data)
    for path in [*data.glob("stages/*/*.yaml"), *data.glob("asked/*.yaml")]:
        if path.relative_to(data).as_posix() not in {case[1] for case in CASES}:
            path.unlink()
    lines = (data / "communes.csv").read_text("utf-8").splitlines(keepends=True)
    (data / "communes.csv").write_text("".join(line for line in lines if line.startswith(SMALL)), "utf-8")
    return data


def refusal(data: Path) -> str:
    """What the start says."""
    with pytest.raises(KnowledgeError) as error:
        load(data)
    return str(error.value)


def line_with(message: str, words: str) -> str:
    """The line of the message that says it."""
    return next((line for line in message.splitlines() if words in line), message)


@pytest.mark.parametrize(("file", "old", "new", "said"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_wrong_file_is_named_with_its_line_its_fault_and_the_remedy(copy, file, old, new, said):
    """The message leads to the very line that the hand changed."""
    path = copy / file
    right = path.read_text("utf-8")
    before, found, after = right.partition(old)
    assert found, f"{file} no longer has « {old} »"
    path.write_text(before + new + after, "utf-8")
    try:
        message = refusal(copy)
    finally:
        path.write_text(right, "utf-8")
    assert f"knowledge/data/{file}" in message
    assert said in message
    assert f"ligne {before.count(chr(10)) + 1} :" in line_with(message, said)
    assert "python -m knowledge check" in message or file.endswith(".csv")


def test_the_copy_itself_is_right(copy):
    """What the cases change is the only thing that is wrong."""
    assert len(load(copy).sheets) == len(list((DATA / "stages").glob("*.yaml")))


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("law/vide.yaml", "", "ligne 1 : label : manque. Ajoutez « label: … »."),
        ("law/liste.yaml", "- a\n", "ligne 1 : fichier : un bloc « clé: valeur » est attendu"),
        (
            "law/local/appel-delai.yaml",
            (DATA / "law/appel-delai.yaml").read_text("utf-8"),
            "« appel-delai » existe déjà dans knowledge/data/law/appel-delai.yaml",
        ),
        ("fiches/sans-en-tete.md", "1. Appelez l'ADIL.\n", "ligne 1 : l'en-tête manque"),
        ("partners/vienne.yaml", "local: []\n", "rien ne lit ce fichier"),
        ("partners/999.yaml", "local: []\n", "ligne 1 : il n'y a pas de département « 999 »"),
        ("stages/999/texte.yaml", "statements: []\n", "ligne 1 : il n'y a pas de département « 999 »"),
        ("stages/commandement.yaml", "label: {fr: a, en: b}\nplain: {fr: a, en: b}\n", "ligne 1 : id : valeur inconnue « commandement »"),
        ("law/autre.yaml", "id: nom\n", "ligne 1 : id : « nom » est écrit, mais le fichier dit « autre »"),
    ],
)
def test_a_file_that_should_not_be_there_is_named(copy, file, text, said):
    """An empty file, one in a wrong place, one that another already is."""
    path = copy / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    try:
        message = refusal(copy)
    finally:
        path.unlink()
    assert f"knowledge/data/{file}" in message
    assert said in message


@pytest.mark.parametrize("file", ["deadlines.yaml", "stages/inconnu.yaml"])
def test_a_file_that_is_gone_is_named(copy, file):
    """It is asked back."""
    path = copy / file
    right = path.read_text("utf-8")
    path.unlink()
    try:
        assert f"knowledge/data/{file} manque. Rétablissez" in refusal(copy)
    finally:
        path.write_text(right, "utf-8")


def test_every_wrong_file_is_named_at_once(copy):
    """A jurist corrects two files in one go."""
    for file in ("law/vide.yaml", "law/vide-aussi.yaml"):
        (copy / file).write_text("", "utf-8")
    message = refusal(copy)
    for file in ("law/vide.yaml", "law/vide-aussi.yaml"):
        (copy / file).unlink()
        assert file in message
