// What makes the pages pleasanter. None of them needs it.
"use strict";

(function () {
  const all = (selector) => document.querySelectorAll(selector);
  const first = (selector) => document.querySelector(selector);
  const PREFIX = "enishi-draft-";
  const SENT = "enishi-draft-sent";

  // A phone may forbid keeping anything, and then every touch of the store throws.
  function store(work) {
    try { return work(window.localStorage); } catch { return null; }
  }

  function showFirstFault() {
    const field = first("[aria-invalid=true]");
    if (field) field.focus();
  }

  function preview(input) {
    const shown = document.createElement("div");
    shown.className = "previews";
    input.after(shown);
    input.addEventListener("change", () => {
      shown.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
      shown.replaceChildren(...Array.from(input.files, (file) => {
        const image = new Image();
        image.src = URL.createObjectURL(file);
        image.alt = file.name;
        return image;
      }));
    });
  }

  function countDown(line) {
    const timer = setInterval(() => {
      const seconds = parseInt(line.textContent.match(/\d+/), 10) - 1;
      line.textContent = line.textContent.replace(/\d+/, seconds);
      if (!(seconds > 0)) { clearInterval(timer); line.remove(); }
    }, 1000);
  }

  // Drafts lie under their author's id. They go once the entry is up, and when the author logs out: the phone
  // may be another's next.
  function keepDraft(form) {
    const key = PREFIX + form.dataset.draft;
    const fields = [form.elements.title, form.elements.body];
    const note = first("[data-draft-note]");
    const empty = () => fields.every((field) => !field.value);
    const kept = store((shelf) => JSON.parse(shelf.getItem(key)));
    if (kept && empty()) {
      fields.forEach((field, at) => { field.value = kept[at] || ""; });
      note.hidden = false;
      note.querySelector("button").addEventListener("click", () => {
        fields.forEach((field) => { field.value = ""; });
        note.hidden = true;
        store((shelf) => shelf.removeItem(key));
        fields[0].focus();
      });
    }
    form.addEventListener("input", () => store((shelf) => empty()
      ? shelf.removeItem(key)
      : shelf.setItem(key, JSON.stringify(fields.map((field) => field.value)))));
    form.addEventListener("submit", () => store((shelf) => shelf.setItem(SENT, key)));
  }

  function settleDraft() {
    store((shelf) => {
      const sent = shelf.getItem(SENT);
      if (sent && first("[data-done]")) shelf.removeItem(sent);
      shelf.removeItem(SENT);
      // What the site keeps is newer than what was kept here while it was typed.
      const kept = first("[data-kept]");
      if (kept) shelf.removeItem(PREFIX + kept.dataset.kept);
    });
  }

  function forgetDrafts() {
    store((shelf) => Object.keys(shelf).filter((key) => key.startsWith(PREFIX)).forEach((key) => shelf.removeItem(key)));
  }

  settleDraft();
  all("form[data-draft]").forEach(keepDraft);
  all("input[data-preview]").forEach(preview);
  all("[data-countdown]").forEach(countDown);
  all("form[action$='/logout']").forEach((form) => form.addEventListener("submit", forgetDrafts));
  showFirstFault();
})();
