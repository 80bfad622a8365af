// A message says nothing. What is shown stands above, whatever it was about; a second one takes the place of the first.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => event.waitUntil(
  self.registration.showNotification(SAID.title, { body: SAID.body, lang: SAID.lang, tag: "enishi" })));

// A window of its own: in one that is open, something half written would be lost.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/notifications"));
});
