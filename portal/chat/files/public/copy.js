/* Une copie de la discussion : ce qui est à l'écran, écrit dans un fichier par le navigateur ; rien ne part. */
const copy = document.getElementById("toit-copy");
copy.addEventListener("click", () => {
  const steps = [...document.querySelectorAll("#root [data-step-type]")].filter((step) => /^(user|assistant)_message$/.test(step.dataset.stepType));
  const lines = steps.map((step) => `${step.dataset.stepType === "user_message" ? "Vous" : "Toit"} :\n${(step.querySelector(".message-content") ?? step).innerText.trim()}`);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${lines.join("\n\n")}\n\nJ'informe, je ne remplace pas un juriste.\n`], { type: "text/plain;charset=utf-8" }));
  link.download = "discussion-toit.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
