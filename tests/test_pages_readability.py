"""What a worried tenant reads is written short: under fifteen words a sentence on average, on every tenant page."""

import re

import pytest
from lxml import html

from portal.pages.choices import STAGES

LONGEST_AVERAGE = 15
OTHERS_WORDS = ".//blockquote | .//nav | .//aside | .//*[@lang='en'] | .//form | .//svg | .//details | .//*[@class='paper'] | .//a[@class='source']"
BLOCKS = {"p", "li", "ul", "ol", "div", "section", "h1", "h2", "h3", "h4", "dl", "dt", "dd", "table", "figure", "br"}
TENANT_PAGES = ["/", "/partenaires", "/calculateurs", "/fiches", "/procedure", *(f"/procedure/{stage}" for stage in STAGES)]


def sentences(content: bytes) -> list[str]:
    """The sentences that are ours, headings apart: the texts' own words stand quoted or folded, as they were written."""
    main = html.fromstring(content).find(".//main")
    for other in main.xpath(OTHERS_WORDS):
        other.drop_tree()
    said = [own_text(block) for block in main.xpath(".//p | .//li | .//dd")]
    return [one for text in said for one in re.split(r"(?<=[.!?…])\s+", text) if re.search(r"\w", one)]


def own_text(block: html.HtmlElement) -> str:
    """The text of a block without that of the blocks inside it."""
    parts = [block.text or ""]
    for child in block:
        parts += [" . " if child.tag in BLOCKS else child.text_content(), child.tail or ""]
    return " ".join("".join(parts).split())


def average(found: list[str]) -> float:
    """Words a sentence."""
    return sum(len(re.findall(r"[\w'’-]+", one)) for one in found) / len(found)


@pytest.mark.parametrize("path", TENANT_PAGES)
def test_a_tenant_page_is_written_short(client, path):
    """Every stage seen as a tenant, and the pages that lead to it."""
    assert average(sentences(client.get(path).content)) < LONGEST_AVERAGE


def test_the_fiches_are_written_short(client, knowledge):
    """All of them together under the average, and none far above it."""
    found = {name: sentences(client.get(f"/fiches/{name}").content) for name in knowledge.fiches}
    assert average([one for said in found.values() for one in said]) < LONGEST_AVERAGE
    assert {name for name, said in found.items() if average(said) > LONGEST_AVERAGE + 2} == set()
