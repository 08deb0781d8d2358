// Marks, answers and guesses, kept in this browser alone.
"use strict";

(() => {
  const key = "lesson-" + document.body.dataset.lesson;
  const form = document.querySelector("form");
  const status = document.getElementById("status");
  const numbers = [...document.querySelectorAll(".n")];
  for (const one of document.querySelectorAll("[data-script]")) one.hidden = false;

  const read = () => {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
  };
  const keep = () => {
    const answers = {};
    for (const field of form.elements) {
      if (!field.name) continue;
      const chosen = field.type === "radio" || field.type === "checkbox";
      if (chosen && field.checked) answers[field.name] = [...(answers[field.name] || []), field.value];
      if (!chosen && field.value) answers[field.name] = [field.value];
    }
    const marks = numbers.filter((n) => n.getAttribute("aria-pressed") === "true").map((n) => n.dataset.line);
    const fixed = [...form.querySelectorAll("textarea[readonly]")].map((field) => field.id);
    const all = { answers, marks, fixed };
    try { localStorage.setItem(key, JSON.stringify(all)); } catch { status.textContent = "This browser does not keep answers. Save them as a file."; }
    return all;
  };

  // As high as what is written in it, so that paper shows all of an answer.
  const grow = () => {
    for (const field of form.querySelectorAll("textarea")) {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 4}px`;
    }
  };

  const mark = (number, on) => {
    number.setAttribute("aria-pressed", String(on));
    number.closest(".s").classList.toggle("marked", on);
  };
  const fix = (id) => {
    const field = document.getElementById(id);
    const button = form.querySelector(`[data-lock="${id}"]`);
    if (!field || !button) return;
    field.readOnly = true;
    button.disabled = true;
    button.textContent = "Guess fixed";
  };
  const restore = () => {
    const { answers = {}, marks = [], fixed = [] } = read();
    for (const field of form.elements) {
      const given = answers[field.name];
      if (!field.name || !given) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = given.includes(field.value);
      else field.value = given[0];
    }
    for (const number of numbers) if (marks.includes(number.dataset.line)) mark(number, true);
    fixed.forEach(fix);
    grow();
  };

  // One stop for Tab in each article; the arrow keys go from sentence to sentence.
  for (const article of document.querySelectorAll(".article")) {
    const own = [...article.querySelectorAll(".n")];
    const reach = (at) => own.forEach((n, place) => { n.tabIndex = place === at ? 0 : -1; });
    reach(0);
    own.forEach((number, at) => {
      number.addEventListener("click", () => { reach(at); mark(number, number.getAttribute("aria-pressed") !== "true"); keep(); });
      number.addEventListener("keydown", (event) => {
        const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
        const next = own[at + (steps[event.key] || 0)];
        if (!(event.key in steps) || !next) return;
        event.preventDefault();
        reach(own.indexOf(next));
        next.focus();
      });
    });
  }

  const text = () => {
    const { answers, marks } = keep();
    const lines = [document.title, ""];
    [...form.querySelectorAll("fieldset")].forEach((set, at) => {
      lines.push(`Question ${at + 1}: ${set.querySelector("p").textContent}`);
      const given = [...set.querySelectorAll("input:checked")].map((one) => one.parentElement.textContent.trim());
      const written = set.querySelector("textarea");
      lines.push(`Answer: ${given.join("; ") || (written && written.value) || "–"}`);
      lines.push(`Sentences: ${(answers[set.querySelector(".short").name] || ["–"])[0]}`, "");
    });
    lines.push(`Marked: ${marks.join(", ") || "–"}`);
    return lines.join("\n");
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { keep(); grow(); });
  window.addEventListener("beforeprint", grow);
  form.addEventListener("click", (event) => {
    const id = event.target.dataset.lock;
    if (!id) return;
    if (!document.getElementById(id).value.trim()) { status.textContent = "Write your guess first."; return; }
    fix(id);
    keep();
    status.textContent = "Your guess is fixed until you delete your answers.";
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "text/plain" }));
    link.download = "answers.txt";
    link.click();
    status.textContent = "Saved as answers.txt.";
  });
  document.getElementById("clear").addEventListener("click", () => {
    if (!window.confirm("Delete all answers and marks on this page?")) return;
    try { localStorage.removeItem(key); } catch { status.textContent = ""; }
    form.reset();
    numbers.forEach((number) => mark(number, false));
    for (const button of form.querySelectorAll("[data-lock]")) {
      button.disabled = false;
      button.textContent = "Fix my guess";
      document.getElementById(button.dataset.lock).readOnly = false;
    }
    grow();
    status.textContent = "Your answers are deleted.";
  });
  restore();
})();
