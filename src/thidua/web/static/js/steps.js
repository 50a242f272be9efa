/* Steps: on a phone the figures still missing are asked one by one; the form stays one form. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-steps]");
  if (!form || !matchMedia("(max-width: 640px)").matches) return;
  const box = (row) => row.querySelector(".figure-input");
  const wrong = (row) => row.querySelector(".field-error");
  const rows = [...form.querySelectorAll(".figure-row")];
  const asked = rows.filter((row) => wrong(row) || !box(row).value.trim());
  const nav = form.querySelector("[data-step-nav]");
  if (!asked.length || !nav) return;

  const count = nav.querySelector("[data-step-count]");
  const last = form.querySelectorAll("[data-step-last]");
  let place = 0;

  // Behind the last question stands the whole form, to look over, to add a photograph, to send.
  function show(next, { focus = true } = {}) {
    place = Math.max(0, Math.min(next, asked.length));
    const asking = place < asked.length;
    form.toggleAttribute("data-asking", asking);
    rows.forEach((row) => { row.hidden = asking && row !== asked[place]; });
    last.forEach((part) => { part.hidden = asking; });
    nav.hidden = !asking;
    if (!asking) {
      form.querySelector("[data-step-end]")?.scrollIntoView({ block: "start" });
      return;
    }
    count.textContent = `${place + 1}/${asked.length}`;
    nav.querySelector("[data-step-back]").disabled = place === 0;
    if (focus) {
      box(asked[place]).focus();
      asked[place].scrollIntoView({ block: "center" });
    }
  }

  asked.forEach((row) => box(row).setAttribute("enterkeyhint", "next"));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || place >= asked.length || event.target !== box(asked[place])) return;
    event.preventDefault();
    show(place + 1);
  });
  nav.querySelector("[data-step-next]").addEventListener("click", () => show(place + 1));
  nav.querySelector("[data-step-back]").addEventListener("click", () => show(place - 1));
  // A link to a field leads into the whole form.
  document.addEventListener("click", (event) => {
    if (event.target.closest(".error-summary a, #saved-more a")) show(asked.length);
  }, true);

  // Right after a press (a photograph kept, something refused elsewhere) the whole form is wanted.
  const pressed = document.querySelector(".messages .notice, .error-summary");
  const first = asked.findIndex(wrong);
  show(first < 0 && pressed ? asked.length : Math.max(first, 0), { focus: false });
})();
