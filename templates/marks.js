// Marks of one's own: they become a corrections file to save. Nothing leaves the page.
"use strict";

(() => {
  const place = document.querySelector(".my-marks");
  if (!place) return;
  const file = place.querySelector("textarea");
  const marks = [];
  let pinned = null;

  const byId = (id) => document.getElementById(id);
  const words = (sentence) => {
    const copy = byId(sentence).cloneNode(true);
    for (const kind of copy.querySelectorAll(".kind")) kind.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const quoted = (text) => JSON.stringify(text).replace(/\u007f/g, "\\u007f");

  // By its words, which last; by its id where these words stand twice or are not shown.
  function named(sentence) {
    const article = byId(sentence).closest(".text");
    const nameOf = (text) => text.dataset.outlet || text.querySelector(".who b:not(.letter)").textContent.trim();
    const outlet = nameOf(article);
    const same = [...document.querySelectorAll("#articles .text")].filter((text) => nameOf(text) === outlet);
    const text = words(sentence);
    const often = article.querySelector(".words").textContent.replace(/\s+/g, " ").split(text).length - 1;
    return same.length === 1 && often === 1 ? `{ outlet = ${quoted(outlet)}, text = ${quoted(text)} }` : quoted(sentence);
  }

  function factsOf(sentence) {
    const cells = [...document.querySelectorAll(`.grid td button[popovertarget="e-${sentence}"]`)].map((button) => button.closest("tr"));
    return [...new Set(cells)].map((row) => ({ id: row.id, label: row.querySelector("th").textContent.trim() }));
  }

  function show(said) {
    file.value = marks.join("\n");
    place.querySelector("[role=status]").textContent = `${said} ${marks.length} ${marks.length === 1 ? "mark" : "marks"} so far.`;
  }

  function add(lines, said) {
    if (!marks.includes(lines)) marks.push(lines);
    show(said);
  }

  function split(fact, sentence) {
    add(`[[split]]\nfact = ${quoted(fact.id)}\nsentences = [${named(sentence)}]\n`, "Taken out of a fact.");
  }

  function ignore(key, id, note) {
    add(`[[ignore]]\n${key} = ${quoted(id)}\n${note ? `note = ${quoted(note)}\n` : ""}`, note ? `Noted: ${note}.` : "Set aside.");
  }

  function same(sentence) {
    if (!pinned || pinned === sentence) {
      pinned = sentence;
      return "Now open the sentence that says the same, and press “same fact” there.";
    }
    add(`[[pin]]\nsentences = [\n  ${named(pinned)},\n  ${named(sentence)},\n]\n`, "Put under one fact.");
    pinned = null;
    return "Both are under one fact in your corrections.";
  }

  function button(bar, label, spoken, act) {
    const made = document.createElement("button");
    made.className = "mine";
    made.textContent = label;
    if (spoken) made.setAttribute("aria-label", `${label}: ${spoken}`);
    made.addEventListener("click", () => {
      const said = act();
      if (typeof said === "string") made.after(Object.assign(document.createElement("small"), { textContent: " " + said }));
      else made.disabled = true;
    });
    bar.append(made, " ");
  }

  // The names that are given as speakers and stand in the articles as they are.
  function speakers() {
    const list = Object.assign(document.createElement("datalist"), { id: "my-speakers" });
    const given = [...document.querySelectorAll(".ledger th[scope=row], .utterance > .quiet")];
    const names = new Set(given.map((one) => plain(one.firstChild.textContent)));
    list.append(...[...names, "unnamed"].filter(stands).map((name) => new Option(name)));
    document.body.append(list);
  }

  const plain = (text) => text.trim().replace(/\s+/g, " ");
  const stands = (name) => name === "unnamed" || [...document.querySelectorAll("#articles .words")].some(
    (one) => plain(one.textContent).toLowerCase().includes(name.toLowerCase()));

  function askWho(utterance) {
    if (!byId("my-speakers")) speakers();
    const versions = [...utterance.querySelectorAll("[data-quote]")];
    const form = Object.assign(document.createElement("form"), { className: "marking" });
    const where = Object.assign(document.createElement("select"), { ariaLabel: "In which article" });
    if (versions.length > 1) where.append(new Option("In all of them", ""));
    versions.forEach((one, at) => where.append(new Option(`In ${plain(one.firstChild.textContent)}`, at)));
    const who = Object.assign(document.createElement("input"), { required: true });
    who.setAttribute("list", "my-speakers");
    const label = document.createElement("label");
    label.append("Said by ", who);
    const told = document.createElement("small");
    told.setAttribute("role", "status");
    form.append(label, " ", where, " ", Object.assign(document.createElement("button"), { textContent: "Note it" }), " ", told);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = plain(who.value);
      if (!stands(name)) {
        told.textContent = "No article has this name. Copy one from the articles, or write “unnamed”.";
        return;
      }
      for (const one of where.value === "" ? versions : [versions[where.value]]) {
        const lines = `[[speaker]]\nquote = ${one.dataset.quote}\nspeaker = `;
        const before = marks.findIndex((mark) => mark.startsWith(lines));
        if (before >= 0) marks.splice(before, 1);
        add(`${lines}${quoted(name)}\n`, "Speaker noted.");
      }
      told.textContent = `Noted: said by ${name}.`;
    });
    utterance.append(form);
    who.focus();
  }

  // Made when a pop-up first opens, as thousands of buttons would slow the page down.
  document.addEventListener("beforetoggle", (event) => {
    const note = event.target;
    if (event.newState !== "open" || !note.matches(".note[id^='e-']") || note.querySelector(".mine")) return;
    const sentence = note.id.slice(2);
    const bar = Object.assign(document.createElement("p"), { className: "marking" });
    bar.append("Your mark: ");
    button(bar, "same fact", "", () => same(sentence));
    for (const fact of factsOf(sentence)) {
      button(bar, "not the same", fact.label, () => split(fact, sentence));
      button(bar, "set aside", fact.label, () => ignore("fact", fact.id, ""));
    }
    note.append(bar);
  }, true);

  for (const one of document.querySelectorAll(".question[id^='q-n-'], .utterance[id^='u-u-'], li[id^='d-c-']")) {
    const bar = Object.assign(document.createElement("p"), { className: "marking" });
    const finding = one.id.slice(2);
    const about = (one.querySelector("h3, b, p") || one).textContent.trim().slice(0, 60);
    if (one.matches(".utterance")) button(bar, "wrong speaker", about, () => askWho(one));
    else button(bar, "not the same", about, () => ignore("finding", finding, "not the same question"));
    button(bar, "set aside", about, () => ignore("finding", finding, ""));
    one.append(bar);
  }

  place.addEventListener("click", async (event) => {
    const wanted = event.target.dataset.do;
    if (wanted === "undo") {
      marks.pop();
      show("Undone.");
    } else if (wanted === "copy") {
      file.select();
      try {
        await navigator.clipboard.writeText(file.value);
      } catch {
        document.execCommand("copy");
      }
    } else if (wanted === "save") {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([file.value], { type: "application/toml" }));
      link.download = "corrections.toml";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }
  });
  place.hidden = false;
})();
