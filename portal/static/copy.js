// A button that copies each citation of the reader. Without JavaScript the citation stays a text to select.
for (const citation of document.querySelectorAll(".citation")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copier la citation";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent.trim());
      button.textContent = "Citation copiée";
    } catch {
      getSelection().selectAllChildren(citation);
      button.textContent = "Citation sélectionnée : copiez-la";
    }
  });
  citation.after(button);
}
