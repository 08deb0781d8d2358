// Keys and copy buttons. Everything else on the page works without this file.
"use strict";

(() => {
  const sections = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href").slice(1));
  const openNote = () => document.querySelector(".note:popover-open");
  const shown = (element) => element.checkVisibility();

  // Browsers that do not open a closed part for a link to its inside, and parts that keys lead to.
  function unfold(element) {
    for (let part = element; part; part = part.parentElement?.closest("details")) {
      if (part.matches("details")) part.open = true;
    }
  }

  function unfoldTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("details:not([open])")) return;
    unfold(target);
    target.scrollIntoView();
  }

  function step(selector, by) {
    if (![...document.querySelectorAll(selector)].some(shown)) unfold(document.querySelector(selector));
    const all = [...document.querySelectorAll(selector)].filter(shown);
    if (all.length === 0) return;
    const here = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : (here + by + all.length) % all.length;
    const target = all[next].matches("button, a") ? all[next] : all[next].querySelector("a, button");
    target.focus();
    target.scrollIntoView({ block: "center" });
  }

  function goTo(id) {
    const section = document.getElementById(id);
    if (!section) return;
    unfold(section);
    section.scrollIntoView();
  }

  function toggleColumn(letter) {
    for (const label of document.querySelectorAll(".controls label:has(.letter)")) {
      if (label.querySelector(".letter").textContent === letter) label.querySelector("input").click();
    }
  }

  async function copy(text, button) {
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      (openNote() || document.body).append(field);
      field.select();
      done = document.execCommand("copy");
      field.remove();
    }
    if (!button) return;
    const before = button.textContent;
    button.textContent = done ? "Copied" : "Not copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  }

  function linkTo(id) {
    return location.href.split("#")[0] + (id ? "#" + id : "");
  }

  function copyHere() {
    const note = openNote();
    const holder = (note || document.activeElement).closest("[id]");
    const id = holder ? holder.id : "";
    copy(linkTo(id.startsWith("e-") ? id.slice(2) : id), null);
  }

  const keys = {
    n: () => step(".cell, .question .ref, .df tr[class] > td:not(.nf), .text .margin", 1),
    p: () => step(".cell, .question .ref, .df tr[class] > td:not(.nf), .text .margin", -1),
    j: () => step(".grid tbody tr", 1),
    k: () => step(".grid tbody tr", -1),
    c: copyHere,
    "?": () => document.getElementById("keys").togglePopover(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!document.getElementById("keys-on").checked) return;
    if (/^[A-Z]$/.test(event.key) && event.shiftKey) toggleColumn(event.key);
    else if (/^[1-9]$/.test(event.key)) goTo(sections[Number(event.key) - 1]);
    else if (Object.hasOwn(keys, event.key)) keys[event.key]();
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".note a[href^='#']");
    if (link) link.closest(".note").hidePopover();
    const by = event.target.closest(".steps button");
    if (by) step(".pair tr[class] > td:not(.nf)", Number(by.dataset.step));
    const button = event.target.closest("button.copy");
    if (!button) return;
    const note = button.closest(".note");
    const sentence = note.id.slice(2);
    copy(button.dataset.copy === "link" ? linkTo(sentence) : note.querySelector(".said").textContent, button);
  });

  function addButton(bar, name, words) {
    const button = document.createElement("button");
    button.className = name;
    button.textContent = words;
    bar.append(button, " ");
    return button;
  }

  // Buttons are added when a pop-up first opens: thousands of them would slow the page down.
  document.addEventListener("beforetoggle", (event) => {
    const note = event.target;
    if (event.newState !== "open" || !note.matches(".note") || note.querySelector(".close")) return;
    const bar = note.querySelector(".go") || note.appendChild(Object.assign(document.createElement("p"), { className: "go" }));
    if (note.id.startsWith("e-")) {
      addButton(bar, "copy", "Copy words").dataset.copy = "words";
      addButton(bar, "copy", "Copy link").dataset.copy = "link";
    }
    const close = addButton(bar, "close", "Close");
    close.setAttribute("popovertarget", note.id);
    close.setAttribute("popovertargetaction", "hide");
  }, true);
  // A pair that was asked for stays, also when a link inside it leads on.
  const pairs = [...document.querySelectorAll(".pair")];
  const names = new Map([...document.querySelectorAll("#articles .text")].map((text) => [text.id, text.querySelector(".who").textContent.trim()]));

  function choosePair() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const wanted = target && target.closest(".pair");
    if (!wanted) return;
    for (const pair of pairs) pair.classList.toggle("chosen", pair === wanted);
    const choices = [...document.querySelectorAll(".choose-pair select")];
    const letters = wanted.id.split("-");
    if (choices.some((choice) => !letters.includes(choice.value)) || choices[0].value === choices[1].value) {
      for (const choice of choices) choice.value = letters[choice.dataset.side];
    }
  }

  const list = document.querySelector(".pairs-of-outlets");
  if (list) {
    const order = [...names.keys()];
    const choices = Object.assign(document.createElement("p"), { className: "choose-pair" });
    const selects = [0, 1].map((side) => {
      const choice = document.createElement("select");
      choice.dataset.side = side;
      choice.setAttribute("aria-label", side ? "beside" : "outlet");
      for (const [letter, name] of names) choice.append(new Option(name, letter));
      choice.selectedIndex = side;
      return choice;
    });
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    choices.append(selects[0], " beside ", selects[1], " ", said);
    const choose = (one, other) => {
      said.textContent = one === other ? "Choose two outlets." : "";
      if (one === other) return;
      const id = [one, other].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join("-");
      if (!document.getElementById(id)) pairs.push(window.buildPair(id, names));
      if (location.hash === "#" + id) choosePair();
      else location.hash = id;
    };
    choices.addEventListener("change", () => choose(selects[0].value, selects[1].value));
    list.replaceWith(choices);
    addEventListener("hashchange", choosePair);
    const asked = location.hash.slice(1).split(/[-.]/);
    if (asked.length > 1 && asked.slice(0, 2).every((one) => names.has(one)) && !document.getElementById(asked[0] + "-" + asked[1])) choose(asked[0], asked[1]);
    choosePair();
  }
  for (const steps of document.querySelectorAll(".steps")) steps.hidden = false;
  addEventListener("hashchange", unfoldTarget);
  unfoldTarget();
  document.querySelector(".keys-hint").hidden = false;
})();
