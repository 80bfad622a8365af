(function () {
  "use strict";
  function isTyping(element) {
    return /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
      (element.tagName === "INPUT" && !/^(radio|checkbox|submit)$/.test(element.type));
  }
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    if (!/^[0-9*#]$/.test(event.key)) return;
    var target = document.querySelector('[accesskey="' + event.key + '"]');
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.click();
  });
  document.addEventListener("focus", function (event) {
    var box = event.target.getBoundingClientRect && event.target.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > window.innerHeight)) event.target.scrollIntoView(box.top < 0);
  }, true);
})();
