// Live progress, dropped files and further boxes. Every page works without this file, too.
"use strict";

(() => {
  for (const drop of document.querySelectorAll("[data-drop]")) {
    const input = drop.querySelector("input[type=file]");
    const list = drop.querySelector(".chosen");
    const show = () => {
      list.replaceChildren(
        ...[...input.files].map((file) => {
          const line = document.createElement("li");
          line.textContent = file.name;
          return line;
        }),
      );
    };
    const take = (files) => {
      const all = new DataTransfer();
      for (const file of [...input.files, ...files]) all.items.add(file);
      input.files = all.files;
      show();
    };
    input.addEventListener("change", show);
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", async (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      if (!entries.some((entry) => entry.isDirectory)) return take(event.dataTransfer.files);
      take((await Promise.all(entries.map(filesOf))).flat());
    });
  }

  // The files of a dropped folder; what lies deeper than one folder is no story.
  async function filesOf(entry) {
    if (entry.isFile) return new Promise((done) => entry.file((file) => done([file]), () => done([])));
    const reader = entry.createReader();
    const inside = [];
    for (;;) {
      const some = await new Promise((done) => reader.readEntries(done, () => done([])));
      if (some.length === 0) break;
      inside.push(...some);
    }
    return (await Promise.all(inside.filter((one) => one.isFile).map(filesOf))).flat();
  }

  for (const button of document.querySelectorAll("[data-more]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const boxes = document.querySelectorAll("[data-box]");
      const last = boxes[boxes.length - 1];
      const number = boxes.length + 1;
      const next = last.cloneNode(true);
      for (const part of next.querySelectorAll("textarea, input")) part.value = "";
      const rename = (text) => text.replace(/\d+$/, String(number));
      const label = next.querySelector("label");
      const text = next.querySelector("textarea");
      label.textContent = rename(label.textContent.trim());
      label.htmlFor = text.id = rename(text.id);
      for (const input of next.querySelectorAll("input")) input.ariaLabel = rename(input.ariaLabel);
      last.after(next);
      text.focus();
    });
  }

  for (const part of document.querySelectorAll("[data-progress]")) {
    const source = new EventSource(part.dataset.progress);
    source.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      part.querySelector("[data-place]").textContent = news.place;
      part.querySelector("[data-steps]").replaceChildren(
        ...news.steps.map(([name, state]) => {
          const line = document.createElement("li");
          if (name) {
            const first = document.createElement("span");
            first.className = "name";
            first.textContent = name;
            line.append(first, " ");
          }
          const last = document.createElement("span");
          last.className = "quiet";
          last.textContent = state;
          line.append(last);
          return line;
        }),
      );
      if (news.over) {
        source.close();
        location.reload();
      }
    });
  }
})();
