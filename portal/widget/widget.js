/* Toit sur un autre site : <script src="https://…/widget.js" defer></script>. Un bouton ouvre notre page dans un cadre ; rien n'est lu de la page qui l'accueille. */
(() => {
  const script = document.currentScript;
  const address = new URL("/widget", script.src);
  if (script.dataset.departement) address.searchParams.set("departement", script.dataset.departement);
  const button = document.createElement("button");
  const frame = document.createElement("iframe");
  button.type = "button";
  button.textContent = script.dataset.texte || "Loyer impayé ? Posez votre question";
  Object.assign(button.style, { position: "fixed", right: "1rem", bottom: "1rem", zIndex: 2147483646, minHeight: "3rem", padding: ".6rem 1.2rem", border: "0", borderRadius: ".6rem", background: "#1f5f5b", color: "#fff", font: "600 1rem system-ui, sans-serif", cursor: "pointer" });
  frame.title = "Toit, prévention des expulsions";
  frame.id = "toit-widget";
  frame.referrerPolicy = "no-referrer";
  frame.hidden = true;
  Object.assign(frame.style, { position: "fixed", right: "1rem", bottom: "5rem", zIndex: 2147483647, width: "min(26rem, calc(100vw - 2rem))", height: "min(40rem, calc(100vh - 7rem))", border: "1px solid #4a5d5b", borderRadius: ".6rem", background: "#fff" });
  function show(open) {
    if (open && !frame.src) frame.src = address.href;
    frame.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    (open ? frame : button).focus();
  }
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", frame.id);
  button.addEventListener("click", () => show(frame.hidden));
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !frame.hidden) show(false); });
  document.body.append(button, frame);
})();
