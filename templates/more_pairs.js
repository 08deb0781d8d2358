// Pairs of outlets for which there is no room in the page, built from the places of their rows.
"use strict";

(() => {
  const stored = document.getElementById("more-pairs");
  const more = stored ? JSON.parse(stored.textContent) : {};

  function cell(letter, number, at, runs) {
    const id = letter + ".s" + number;
    const sentence = document.getElementById(id);
    const copy = sentence.cloneNode(true);
    for (const kind of copy.querySelectorAll(".kind")) kind.remove();
    const letters = [...copy.textContent];
    const made = document.createElement("td");
    const place = made.appendChild(document.createElement("a"));
    place.href = "#" + id;
    place.textContent = letter + " ¶" + (sentence.closest("p").dataset.n || "");
    made.append(letters.length ? " " : " (not shown)");
    runs.forEach((length, turn) => {
      const words = letters.slice(at, at + length).join("");
      made.append(turn % 2 ? Object.assign(document.createElement("mark"), { textContent: words }) : words);
      at += length;
    });
    return made;
  }

  window.buildPair = (id, names) => {
    const [one, other] = id.split("-");
    const pair = Object.assign(document.createElement("div"), { id, className: "pair" });
    const rows = more[id] || [];
    pair.append(Object.assign(document.createElement("p"), {
      textContent: rows.length ? rows.length + (rows.length === 1 ? " statement stands" : " statements stand") + " beside each other." : "No statement of " + one + " was found in " + other + ".",
    }));
    if (rows.length) {
      const table = pair.appendChild(Object.assign(document.createElement("table"), { className: "df" }));
      table.createCaption().textContent = names.get(one) + " beside " + names.get(other) + ", in the order of " + one;
      table.caption.className = "vh";
      const head = table.createTHead().insertRow();
      for (const letter of [one, other]) head.append(Object.assign(document.createElement("th"), { scope: "col", textContent: names.get(letter) }));
      const body = table.createTBody();
      rows.forEach(([left, from, leftRuns, right, start, rightRuns, moved], at) => {
        const row = body.insertRow();
        row.id = id + "." + (at + 1);
        row.className = moved ? "ch mv" : "ch";
        row.append(cell(one, left, from, leftRuns), cell(other, right, start, rightRuns));
        if (moved) row.cells[0].append(Object.assign(document.createElement("i"), { className: "at", textContent: "in another place: " + row.cells[1].firstChild.textContent }));
      });
    }
    document.getElementById("reader").append(pair);
    return pair;
  };
})();
