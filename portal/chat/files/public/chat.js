/* What Chainlit leaves without a name gets one: buttons, the text field, the log of messages, a heading, the main landmark. */
const NAMES = { "new-chat-button": "Nouvelle discussion", "chat-submit": "Envoyer", "readme-button": "Lisez-moi", "theme-toggle": "Changer le thème", "stop-button": "Arrêter" };
function name(node) {
  for (const button of node.querySelectorAll("button")) {
    if (!button.innerText.trim() && !button.getAttribute("aria-label")) button.setAttribute("aria-label", NAMES[button.id] || button.title || "Action");
  }
  const field = document.getElementById("chat-input");
  if (field && !field.getAttribute("aria-label")) field.setAttribute("aria-label", "Votre message");
  const root = document.getElementById("root");
  if (root && !root.getAttribute("role")) root.setAttribute("role", "main");
  const log = document.querySelector(".ai-message")?.parentElement?.parentElement;
  if (log && !log.getAttribute("aria-live")) { log.setAttribute("role", "log"); log.setAttribute("aria-live", "polite"); }
}
function heading() {
  if (document.querySelector("h1")) return;
  const title = document.createElement("h1");
  title.textContent = "Toit, discussion sur l'impayé de loyer";
  title.style.cssText = "position:absolute;left:-99rem";
  document.getElementById("root")?.prepend(title);
}
new MutationObserver(() => { name(document); heading(); }).observe(document.documentElement, { childList: true, subtree: true });
