/* Forms: one press sends once, errors come into view, leaving with unsaved words is asked about. */
(() => {
  "use strict";
  const words = () => document.getElementById("words")?.dataset ?? {};

  const label = (button) => button.querySelector("[data-press-label]") ?? button;

  function hold(form, button) {
    form.dataset.sending = "1";
    // A button disabled inside the event would drop its own name and value from what is sent.
    setTimeout(() => {
      for (const other of form.querySelectorAll("button[type=submit]")) other.setAttribute("aria-disabled", "true");
      if (!button || button.closest(".language")) return;
      label(button).dataset.before ??= label(button).textContent;
      label(button).textContent = words().sending;
    });
  }

  function release(form) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("button[aria-disabled]")) {
      button.removeAttribute("aria-disabled");
      const shown = label(button);
      if (shown.dataset.before !== undefined) shown.textContent = shown.dataset.before;
      delete shown.dataset.before;
    }
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.dataset.sending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // On the window, so that a form which another listener held back is not locked.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented && !form.matches("[hx-post]")) return;
    form.removeAttribute("data-touched");
    if (form.method !== "get") hold(form, event.submitter);
  });

  // A page brought back by the Back button may be sent again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-sending]").forEach(release);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // Only the form's own request: an autosave inside it must not free a form that is being sent.
    if (event.target.matches?.("form")) release(event.target);
  });

  document.addEventListener("input", (event) => {
    event.target.closest("form[data-warn-unsaved], form[data-draft]")?.setAttribute("data-touched", "");
  });
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-warn-unsaved][data-touched]")) event.preventDefault();
  });

  function showFirst(root) {
    root.querySelector("[data-focus-first]:not([data-sample] *)")?.focus();
  }
  showFirst(document);
  document.addEventListener("htmx:afterSwap", (event) => showFirst(event.target));
})();
