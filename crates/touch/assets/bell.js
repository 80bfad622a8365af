// Phones that ring: the browser asks its owner, registers with its push service, and a plain form carries the address.
// Nothing of it happens before the button is pressed. Without this file, or without push, a sentence stands there.
(() => {
  const form = document.querySelector("form[data-bell]");
  if (!form) return;
  const sentence = document.querySelector("[data-bell-cannot]");

  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    // An iPhone has push for pages on its home screen alone.
    const home = document.querySelector("[data-bell-home]");
    if (navigator.standalone === false) { sentence.hidden = true; home.hidden = false; }
    return;
  }

  const key = () => Uint8Array.from(
    atob(form.dataset.bell.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

  // What was agreed on with another site key, or before somebody logged out, is over.
  async function subscribe() {
    const { pushManager } = await navigator.serviceWorker.register(form.dataset.worker, { scope: "/" })
      .then(() => navigator.serviceWorker.ready);
    const old = await pushManager.getSubscription();
    if (old) await old.unsubscribe();
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key() });
  }

  sentence.hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    const { endpoint } = form.elements;
    if (endpoint.value) return;
    event.preventDefault();
    const tell = (what) => { form.querySelector(what).hidden = false; };
    try {
      if (await Notification.requestPermission() !== "granted") return tell("[data-denied]");
      endpoint.value = (await subscribe()).endpoint;
      form.submit();
    } catch {
      tell("[data-failed]");
    }
  });
})();

// The sentence that a phone shows stands in what the browser runs, one file a language. Once another language is chosen,
// the file of that one takes its place; what was agreed on with the push service stays.
(async () => {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registered = await navigator.serviceWorker.getRegistration("/");
    const at = registered && registered.active && new URL(registered.active.scriptURL).pathname;
    const here = `/assets/bell-${document.documentElement.lang}.js`;
    if (at && at !== here && /^\/assets\/bell-[a-z]+\.js$/.test(at)) {
      await navigator.serviceWorker.register(here, { scope: "/" });
    }
  } catch { /* The old sentence says the same. */ }
})();
