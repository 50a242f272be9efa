/* The rest of a page: copying, the saving note, the phone's menu and tabs, a request that failed. */
(() => {
  "use strict";
  const { say } = window.thidua;
  const words = () => document.getElementById("words").dataset;
  const clock = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

  async function copy(text, source) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Plain http on the office network has no clipboard: select the words and use the old way.
      getSelection().selectAllChildren(source);
      const done = document.execCommand("copy");
      if (done) getSelection().removeAllRanges();
      return done;
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy-button]");
    if (!button) return;
    const source = button.closest("[data-copy]").querySelector("[data-copy-source]");
    const shown = button.querySelector("[data-copy-label]");
    shown.dataset.before ??= shown.textContent;
    const done = await copy(source.textContent.trim(), source);
    if (!done) return say("warn", words().notCopied);
    shown.textContent = words().copied;
    setTimeout(() => { shown.textContent = shown.dataset.before; }, 3000);
  });

  // The saving note: the request comes from form[data-autosave] (novalidate) or an element inside it.
  const status = (element) => {
    const form = element.closest?.("form[data-autosave]");
    return form && (form.querySelector("[data-autosave-status]") ?? document.querySelector("[data-autosave-status]"));
  };
  function mark(element, state, sentence) {
    const place = status(element);
    if (!place) return false;
    place.dataset.state = state;
    place.textContent = sentence;
    return true;
  }
  const sentence = () => (navigator.onLine ? words().failed : words().offline);

  document.addEventListener("htmx:beforeRequest", (event) => mark(event.detail.elt, "saving", words().saving));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) mark(event.detail.elt, "saved", words().saved.replace("{time}", clock()));
  });
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout", "htmx:targetError"]) {
    document.addEventListener(name, (event) => {
      if (!mark(event.detail.elt, "failed", words().notSaved)) say("bad", sentence());
    });
  }

  // A form sent with no network would lose the page. The browser's word is not enough: a machine
  // without network still reaches a server of its own, so the server is asked first.
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (navigator.onLine || form.matches("[hx-post]") || form.dataset.reached) return;
    event.preventDefault();
    try {
      await fetch(location.href, { method: "HEAD", cache: "no-store" });
      form.dataset.reached = "1";
      form.requestSubmit(submitter);
    } catch {
      say("warn", words().offline);
    }
  });

  // On a phone the tabs run out of the screen: the one that stands open comes into sight.
  for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
    const tabs = tab.parentElement;
    tabs.scrollLeft += tab.getBoundingClientRect().left - tabs.getBoundingClientRect().left - (tabs.clientWidth - tab.offsetWidth) / 2;
  }

  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details[data-closes][open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details[data-closes][open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
})();
