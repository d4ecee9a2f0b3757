/* Ce que Chainlit laisse sans nom en reçoit un ; les numéros se composent d'un doigt ; les réponses sont annoncées. */
const NAMES = {
  "new-chat-button": "Nouvelle discussion, effacer celle-ci", "chat-submit": "Envoyer", "readme-button": "À propos", "stop-button": "Arrêter",
  "theme-toggle": "Clair ou sombre", "lucide-copy": "Copier la réponse", "lucide-thumbs-up": "Cette réponse m'aide", "lucide-thumbs-down": "Cette réponse ne m'aide pas", "lucide-arrow-down": "Aller en bas de la discussion",
};
const SPOKEN = { Close: "Fermer", "Toggle theme": "Clair ou sombre" };
const set = (node, name, value) => { if (node && node.getAttribute(name) !== value) node.setAttribute(name, value); };
function buttons() {
  for (const button of document.querySelectorAll("#root button, [role=dialog] button")) {
    const icon = [...(button.querySelector("svg")?.classList ?? [])].find((name) => NAMES[name]);
    const known = NAMES[button.id] || NAMES[icon];
    if (known) set(button, "aria-label", known);
    else if (!button.textContent.trim() && !button.getAttribute("aria-label")) set(button, "aria-label", button.title || "Autre action");
    for (const spoken of button.querySelectorAll(".sr-only")) if (SPOKEN[spoken.textContent]) spoken.textContent = SPOKEN[spoken.textContent];
    if (button.closest(".ai-message") && /^[0-9a-f-]{36}$/.test(button.id)) set(button, "data-toit-choice", "");
  }
}
function links() {
  for (const link of document.querySelectorAll(".message-content a, .watermark a")) {
    const digits = link.textContent.replace(/\D/g, "");
    if (!link.getAttribute("href") && /^(0\d{9}|11[259]|1[578]|3\d{3}|116\d{3}|119)$/.test(digits)) { set(link, "href", `tel:${digits}`); link.removeAttribute("target"); }
    const mark = /^\[?(\d+)\]?$/.exec(link.textContent.trim());
    if (mark && link.pathname?.startsWith("/textes/")) set(link, "aria-label", `Source ${mark[1]}, lire le passage`);
  }
}
function stopped() {
  for (const part of document.querySelectorAll(".ai-message .message-content .prose > div")) if (part.textContent === "Task manually stopped.") part.textContent = "Réponse arrêtée.";
}
function landmarks() {
  set(document.getElementById("chat-input"), "aria-label", "Votre message");
  for (const field of document.querySelectorAll("[role=dialog] textarea")) set(field, "aria-label", "Votre remarque");
  const log = document.querySelector("#root [data-step-type]")?.parentElement;
  set(log, "role", "log"); set(log, "aria-live", "polite"); set(log, "aria-label", "Discussion");
  for (const part of document.querySelectorAll("#root [role=article]")) part.removeAttribute("role");
  for (const picture of document.querySelectorAll("#root img[alt^='Avatar']")) set(picture, "alt", "");
}
function mend() { buttons(); links(); stopped(); landmarks(); }
/* Dans le même tour que le changement : à l'image suivante, un lecteur d'écran aurait déjà rencontré un bouton sans nom. */
new MutationObserver(mend).observe(document.documentElement, { childList: true, subtree: true });
