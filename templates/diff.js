// Steps from one difference to the next. Everything else on the page works without this file.
"use strict";

(() => {
  const shown = (row) => row.getClientRects().length > 0;

  function step(by) {
    const rows = [...document.querySelectorAll(".df tr[id][class]")].filter(shown);
    if (rows.length === 0) return;
    const here = rows.findIndex((row) => row.contains(document.activeElement) || row.matches(":target"));
    const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : (here + by + rows.length) % rows.length;
    rows[next].querySelector("a").focus();
    rows[next].scrollIntoView({ block: "center" });
  }

  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else return;
    event.preventDefault();
  });
  document.querySelector(".steps").hidden = false;
})();
