/* Le papier reçu : lu par le serveur en mémoire, jamais gardé ; ce qui est reconnu est montré dans la discussion, pour confirmer. */
const link = document.getElementById("toit-paper");
const input = document.getElementById("toit-file");
const spoken = document.getElementById("toit-net");
const tell = (text, good) => { spoken.textContent = text; spoken.classList.toggle("good", Boolean(good)); };
link.addEventListener("click", (event) => { event.preventDefault(); input.click(); });
input.addEventListener("change", async () => {
  const form = new FormData();
  form.append("paper", input.files[0]);
  input.value = "";
  tell("Je lis le papier…", true);
  try {
    const answer = await fetch("/document-recu", { method: "POST", body: form, headers: { Accept: "application/json" } });
    const read = await answer.json();
    tell(answer.ok ? "" : read.detail);
    if (answer.ok) postMessage({ ...read, toit: "paper" }, location.origin);
  } catch { tell("Le papier n'a pas pu être envoyé. Vérifiez la connexion, puis réessayez."); }
});
