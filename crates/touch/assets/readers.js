// "Who can read this?", asked anew when another level is chosen and every so often while somebody writes. Nothing is
// asked of a page that lies open untouched: it would seem that its owner is here.
(() => {
  const place = document.querySelector("[data-readers-at]");
  const form = place && (place.closest("form") || document);
  if (!form) return;
  const EVERY = 60000, APART = 3000, AWAKE = 300000;
  let asked = Date.now(), touched = 0;

  function tell(words) {
    document.querySelectorAll("[data-readers]").forEach((shown) => {
      const said = words[shown.dataset.readers];
      if (!said) return;
      shown.textContent = shown.dataset.name ? `${shown.dataset.name} · ${said[0]}` : said[1];
    });
  }

  async function ask() {
    if (document.hidden || Date.now() - asked < APART) return;
    asked = Date.now();
    try {
      const answer = await fetch(place.dataset.readersAt, { redirect: "error", cache: "no-store" });
      if (answer.ok) tell(await answer.json());
    } catch { /* What stands there was right when the page came. */ }
  }

  form.addEventListener("input", () => { touched = Date.now(); });
  form.addEventListener("change", (event) => {
    if (/visibility/.test(event.target.name)) ask();
  });
  setInterval(() => { if (Date.now() - touched < AWAKE) ask(); }, EVERY);
})();
