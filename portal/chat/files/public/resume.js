/* Une page rechargée ou une connexion coupée reprend, ou le dit. La situation reste dans cet onglet, et disparaît avec lui. */
const KEPT = "toit-situation";
const net = document.getElementById("toit-net");
const hasTalked = () => Boolean(document.querySelector("#root [data-step-type=user_message]"));
let answeredOnce = false, asked = false, renewed = false;
addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (button?.id === "new-chat-button") asked = true;
  else if (asked && button?.closest("[role=dialog]")) { renewed = button.textContent.trim() === "Confirmer"; asked = false; if (renewed) sessionStorage.removeItem(KEPT); }
}, true);
addEventListener("message", (event) => {
  const told = event.source === window && event.data?.toit;
  if (told === "situation") sessionStorage.setItem(KEPT, JSON.stringify(event.data));
  if (told === "forget") sessionStorage.removeItem(KEPT);
  if (told !== "hello") return;
  const kept = sessionStorage.getItem(KEPT);
  if (renewed || (answeredOnce && !hasTalked())) sessionStorage.removeItem(KEPT);
  else if (kept) postMessage({ ...JSON.parse(kept), toit: "resume" }, location.origin);
  answeredOnce = true;
  renewed = false;
});
function say(text, good) { if (net.textContent !== text) { net.textContent = text; net.classList.toggle("good", Boolean(good)); } }
let lost = false;
async function listen() {
  let well = navigator.onLine;
  try { well = well && (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(4000) })).ok; } catch { well = false; }
  if (!well) say("Connexion perdue. Ce que vous écrivez ne part plus. Je réessaie tout seul.");
  else if (lost) { say("Connexion rétablie.", true); setTimeout(() => say(""), 5000); }
  lost = !well;
  setTimeout(listen, lost ? 3000 : 20000);
}
addEventListener("offline", () => { lost = true; say("Connexion perdue. Ce que vous écrivez ne part plus. Je réessaie tout seul."); });
setTimeout(listen, 20000);
addEventListener("online", listen);
