/* Drafts: what is typed into form[data-draft] stays in this tab until it was really sent; a report's
   (data-draft-lasts) also on this machine, until the server has it: a phone may close the page meanwhile. */
(() => {
  "use strict";
  const words = document.getElementById("words")?.dataset ?? {};
  const { actor, page } = document.body.dataset;
  const ROOM = "thidua.draft.";
  const SENT = "thidua.sent";
  const keyOf = (form) => `${ROOM}${actor}.${form.dataset.draft}`;

  // Storage may be full or switched off; a form must work without it.
  const shelf = (name) => ({
    get: (key) => { try { return JSON.parse(window[name].getItem(key)); } catch { return null; } },
    set: (key, value) => { try { window[name].setItem(key, JSON.stringify(value)); } catch { /* no room */ } },
    drop: (key) => { try { window[name].removeItem(key); } catch { /* no room */ } },
    keys: () => { try { return Object.keys(window[name]).filter((key) => key.startsWith(ROOM)); } catch { return []; } },
  });
  const tab = shelf("sessionStorage");
  const machine = shelf("localStorage");
  const lasts = (form) => form.matches("[data-draft-lasts]");

  const kept = (control) => control.name
    && !["hidden", "password", "file", "submit", "button"].includes(control.type)
    && !control.closest("[data-no-draft]");

  function read(form) {
    const values = {};
    for (const control of form.elements) {
      if (!kept(control)) continue;
      const list = (values[control.name] ??= []);
      if (["checkbox", "radio"].includes(control.type)) { if (control.checked) list.push(control.value); }
      else if (control.type === "select-multiple") list.push(...[...control.selectedOptions].map((o) => o.value));
      else list.push(control.value);
    }
    return values;
  }

  function write(form, values) {
    const turn = {};
    for (const control of form.elements) {
      const list = kept(control) ? values[control.name] : undefined;
      if (!list) continue;
      if (["checkbox", "radio"].includes(control.type)) control.checked = list.includes(control.value);
      else if (control.type === "select-multiple") for (const o of control.options) o.selected = list.includes(o.value);
      else {
        const index = turn[control.name] ?? 0;
        turn[control.name] = index + 1;
        if (list[index] !== undefined) control.value = list[index];
      }
    }
  }

  const clock = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  function remember(form) {
    const draft = { at: clock(), values: read(form) };
    tab.set(keyOf(form), draft);
    if (lasts(form)) machine.set(keyOf(form), draft);
  }
  const forget = (key) => [tab, machine].forEach((room) => room.drop(key));

  function tell(form, at, before) {
    const note = document.createElement("p");
    note.className = "draft-note notice notice-wait";
    note.setAttribute("role", "status");
    const discard = document.createElement("button");
    discard.type = "button";
    discard.textContent = words.discard;
    discard.addEventListener("click", () => {
      write(form, before);
      forget(keyOf(form));
      form.removeAttribute("data-touched");
      note.remove();
    });
    note.append(words.restored.replace("{time}", at), " ", discard);
    form.prepend(note);
  }

  function restore(form) {
    const key = keyOf(form);
    const draft = tab.get(key) ?? (lasts(form) ? machine.get(key) : null);
    if (!draft) return;
    const before = read(form);
    // A form that the server gave back, with errors or a row more, is the newest there is.
    if (same(draft.values, before) || form.matches("[data-newest]") || form.querySelector(".field-error")) return;
    write(form, draft.values);
    form.setAttribute("data-touched", "");
    tell(form, draft.at, before);
  }

  // Sent for good only when an ordinary page of a signed-in person answers, without the form's errors.
  function settle() {
    const sent = tab.get(SENT);
    if (!sent) return;
    tab.drop(SENT);
    if (!actor || page === "error") return;
    const form = [...document.querySelectorAll("form[data-draft]")].find((f) => keyOf(f) === sent);
    if (!form || (document.querySelector(".messages .notice-ok") && !form.querySelector(".field-error"))) forget(sent);
  }

  let waiting;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form || !actor) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => remember(form), 250);
  });
  // On the window, so that a form which another listener held back does not count as sent.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.matches("[data-forget-drafts]")) {
      [tab, machine].forEach((room) => room.keys().forEach(room.drop));
    } else if (form.matches("[data-draft]") && actor) {
      clearTimeout(waiting);
      remember(form);
      tab.set(SENT, keyOf(form));
    }
  });
  // Sent in the background after all: see offline.js.
  document.addEventListener("thidua:sent", (event) => forget(keyOf(event.target)));
  // Saved by the server: what stands there may be newer tomorrow than what this machine remembers.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form[data-draft-lasts]");
    if (form && event.detail.successful) machine.drop(keyOf(form));
  });

  settle();
  if (actor) document.querySelectorAll("form[data-draft]").forEach(restore);
})();
