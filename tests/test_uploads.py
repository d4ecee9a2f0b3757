"""The paper that was received: recognised, bounded, never kept; whatever is wrong with the file is said in French."""

import asyncio
import io
import zlib
from datetime import date

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from knowledge.procedure.stage import Stage
from portal.uploads import texts
from portal.uploads.recognising import recognised

TODAY = date(2026, 11, 25)
COMMANDEMENT = """SELARL DES COMMISSAIRES DE JUSTICE
COMMANDEMENT DE PAYER VISANT LA CLAUSE RÉSOLUTOIRE
L'AN DEUX MILLE VINGT-SIX ET LE TROIS NOVEMBRE
À la demande du bailleur, en vertu d'un bail du 12 mars 2021,
vous fait commandement de payer la somme de 1 850,32 €
Loyer mensuel : 620,00 €. Acte : 120,50 €. TOTAL : 1 970,82 €
dans un délai de DEUX MOIS. À défaut d'assignation, la clause résolutoire sera acquise.
Vous pouvez saisir le fonds de solidarité pour le logement."""
ASSIGNATION = """ASSIGNATION DEVANT LE JUGE DES CONTENTIEUX DE LA PROTECTION
Signifié le 20 novembre 2026. Vous êtes assigné à comparaître à l'audience du 12 janvier 2027 à 9 heures
Un commandement de payer a été signifié le 3 septembre 2026.
Voir constater l'acquisition de la clause résolutoire. Faute de comparaître, un jugement peut être rendu.
Arriéré de loyers : 2.400,00 euros"""
JUGEMENT = """RÉPUBLIQUE FRANÇAISE - JUGEMENT rendu le 14 octobre 2026
PAR CES MOTIFS constate que la clause résolutoire est acquise et que le bail est résilié,
ordonne l'expulsion, condamne le locataire à payer une indemnité d'occupation. Exécution provisoire."""
DELAIS = """JUGEMENT rendu le 14 octobre 2026. PAR CES MOTIFS suspend les effets de la clause résolutoire,
autorise le locataire à se libérer de sa dette en 36 mensualités, dit qu'à défaut d'un seul versement la clause reprendra son plein effet."""
QUITTER = """COMMANDEMENT DE QUITTER LES LIEUX. Signifié le 2 novembre 2026, en vertu du jugement rendu le 14 septembre 2026
vous fait commandement d'avoir à libérer les lieux. Les demandes de délais sont portées devant le juge de l'exécution."""
PREFET = """Préfecture du Pas-de-Calais, le 10 novembre 2026. Le concours de la force publique a été sollicité en vue de votre expulsion.
Vous êtes invité à faire connaître votre situation."""


@pytest.mark.parametrize(
    ("written", "act", "act_date", "hearing", "debt"),
    [
        (COMMANDEMENT, Stage.COMMANDEMENT_DE_PAYER, date(2026, 11, 3), None, 1970.82),
        (ASSIGNATION, Stage.ASSIGNATION, date(2026, 11, 20), date(2027, 1, 12), 2400),
        (JUGEMENT, Stage.JUGEMENT_RESILIATION, date(2026, 10, 14), None, None),
        (DELAIS, Stage.JUGEMENT_DELAIS, date(2026, 10, 14), None, None),
        (QUITTER, Stage.COMMANDEMENT_DE_QUITTER_LES_LIEUX, date(2026, 11, 2), None, None),
        (PREFET, Stage.CONCOURS_DEMANDE, date(2026, 11, 10), None, None),
    ],
    ids=["commandement", "assignation", "jugement", "délais", "quitter", "préfet"],
)
def test_a_paper_is_recognised_with_its_dates_and_its_sum(written, act, act_date, hearing, debt):
    """Which act, when, the hearing, how much."""
    paper = recognised(written, TODAY)
    assert (paper.act, paper.act_date, paper.hearing_date, paper.debt_eur) == (act, act_date, hearing, debt)


@pytest.mark.parametrize("written", ["Facture d'électricité du 3 novembre 2026, total 120 €", "Bonjour", "", "x" * 60_000, "L'AN DEUX MILLE " * 2000])
def test_another_text_is_no_paper(written):
    """Nothing is recognised where nothing is."""
    assert recognised(written, TODAY) is None


def pdf(text: str, pages: int = 1) -> bytes:
    """A PDF of that text."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for _ in range(pages):
        for n, line in enumerate(text.splitlines()):
            canvas.drawString(40, 800 - 16 * n, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def bomb() -> bytes:
    """A small PDF whose page unfolds to a quarter of a gigabyte."""
    packed = zlib.compressobj(9)
    stream = b"".join(packed.compress(b" " * (1 << 20)) for _ in range(256)) + packed.flush()
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
    body = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>" % (len(stream), stream)
    return head + page + body


def photo(size=(900, 400)) -> bytes:
    """A white picture."""
    written = io.BytesIO()
    Image.new("1", size, 1).save(written, "PNG")
    return written.getvalue()


def send(client, content, **headers):
    return client.post("/document-recu", files={"paper": ("papier.pdf", content, "application/pdf")}, headers=headers)


def test_a_pdf_leads_to_where_one_stands(client):
    """What was read is shown to be checked; yes leads to the card."""
    page = send(client, pdf(COMMANDEMENT))
    assert page.status_code == 200
    assert "3 novembre 2026" in page.text
    assert "1 970,82" in page.text.replace("\u202f", " ").replace("\xa0", " ")
    assert "act=commandement-de-payer" in page.text
    assert "papier.pdf" not in page.text


def test_the_chat_gets_the_same_as_json(client):
    """The facts, and the lines to show."""
    read = send(client, pdf(ASSIGNATION), Accept="application/json").json()
    assert read["known"]["act"] == "assignation"
    assert read["known"]["hearing_date"] == "2027-01-12"
    assert len(read["lines"]) == 4


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "Aucun fichier"),
        (b"%PDF-1.7 broken", "abîmé"),
        (pdf(COMMANDEMENT)[:-400], "abîmé|aucun papier|commandement"),
        (pdf("x", 21), "plus de 20 pages"),
        (pdf(""), "est une image"),
        (pdf("une lettre de ma grand-mère, qui raconte ses vacances au bord de la mer"), "reconnu aucun papier"),
        (b"<html>coucou</html>", "que les PDF"),
        (photo((9000, 9000)), "trop grande"),
    ],
    ids=["empty", "broken", "cut", "long", "scanned", "letter", "html", "huge"],
)
def test_a_wrong_file_is_explained(client, content, word):
    """422 or a reading, never a 500, always in French."""
    page = send(client, content)
    assert page.status_code in {200, 422}
    assert any(one in page.text.replace("&#39;", "'") for one in word.split("|"))


def test_a_bomb_burns_its_own_process_alone(client):
    """A quarter of a gigabyte behind a few hundred kilobytes: a clear message, and the service goes on."""
    content = bomb()
    assert len(content) < 2 << 20
    page = send(client, content)
    assert page.status_code == 422
    assert client.get("/healthz").status_code == 200


def test_a_file_that_is_too_big_is_refused_before_it_is_read(client):
    """413, with the size that is read."""
    page = send(client, b"%PDF-" + b"0" * (6 << 20))
    assert page.status_code == 413
    assert "5 Mo" in page.text


def test_without_tesseract_a_photo_is_said_to_be_unreadable(client, monkeypatch):
    """Where this machine reads no photo, it says what to do instead."""
    texts.reads_photos.cache_clear()
    monkeypatch.setattr(texts.shutil, "which", lambda _: None)
    page = send(client, photo())
    texts.reads_photos.cache_clear()
    assert page.status_code == 422
    assert "pas lire les photos" in page.text


def test_with_tesseract_a_photo_is_read(tmp_path, monkeypatch):
    """What tesseract writes is what is recognised, of a photo and of a scan in a PDF."""
    fake = tmp_path / "tesseract"
    fake.write_text('#!/bin/sh\nif [ "$1" = --list-langs ]; then echo fra; else cat >/dev/null; echo "$PAPER"; fi\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PAPER", QUITTER)
    monkeypatch.setattr(texts.shutil, "which", lambda _: str(fake))
    texts.reads_photos.cache_clear()
    scan = io.BytesIO()
    Image.new("L", (400, 300), 255).save(scan, "PDF")
    read = [asyncio.run(texts.text_of(content)) for content in (photo(), scan.getvalue())]
    texts.reads_photos.cache_clear()
    assert [recognised(text, TODAY).act for text in read] == [Stage.COMMANDEMENT_DE_QUITTER_LES_LIEUX] * 2
