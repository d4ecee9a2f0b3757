/* Clair ou sombre : comme l'appareil, tant que la personne n'a pas choisi. */
try { if (!localStorage.getItem("vite-ui-theme")) localStorage.setItem("vite-ui-theme", "system"); } catch { /* un navigateur sans mémoire garde le thème clair */ }
