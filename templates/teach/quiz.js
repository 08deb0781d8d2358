// Marks the answers on this page; nothing is kept or sent.
"use strict";

(() => {
  const forms = [...document.querySelectorAll("[data-question]")];
  const score = document.getElementById("score");
  for (const one of document.querySelectorAll("[data-script]")) one.hidden = false;

  const check = (form) => {
    const inputs = [...form.querySelectorAll("input")];
    const said = form.querySelector(".result");
    if (!inputs.some((input) => input.checked)) {
      said.textContent = "Choose an answer first.";
      return;
    }
    const right = inputs.every((input) => input.checked === (input.dataset.right === "yes"));
    form.dataset.done = right ? "right" : "wrong";
    said.classList.toggle("bad", !right);
    said.textContent = right ? "Right." : "Not right. Read the sentences again, or open the answer.";
    if (right) form.querySelector(".answer").open = true;
    const done = forms.filter((each) => each.dataset.done);
    const good = forms.filter((each) => each.dataset.done === "right");
    score.textContent = `${good.length} of ${forms.length} right, ${forms.length - done.length} not answered yet.`;
  };

  for (const form of forms) {
    form.addEventListener("submit", (event) => { event.preventDefault(); check(form); });
  }
  document.getElementById("again").addEventListener("click", () => {
    for (const form of forms) {
      form.reset();
      delete form.dataset.done;
      form.querySelector(".result").textContent = "";
      form.querySelector(".answer").open = false;
    }
    score.textContent = "";
    document.getElementById("quiz").focus();
  });
})();
