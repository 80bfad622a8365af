(function () {
  "use strict";
  function isTyping(element) {
    return /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
      (element.tagName === "INPUT" && !/^(radio|checkbox|submit)$/.test(element.type));
  }
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    var key = event.key === "SoftLeft" ? "9" : event.key;
    if (!/^[0-9*#]$/.test(key)) return;
    var target = document.querySelector('[accesskey="' + key + '"]');
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.click();
  });
  document.addEventListener("focus", function (event) {
    var box = event.target.getBoundingClientRect && event.target.getBoundingClientRect();
    if (!box) return;
    // What stays at the lower edge hides nothing that has the focus.
    var bar = document.querySelector(".n");
    var edge = window.innerHeight;
    if (bar && !bar.contains(event.target) && getComputedStyle(bar).position === "sticky") {
      edge = bar.getBoundingClientRect().top;
    }
    if (box.top < 0) event.target.scrollIntoView(true);
    else if (box.bottom > edge) window.scrollBy(0, box.bottom - edge + 2);
  }, true);
})();
