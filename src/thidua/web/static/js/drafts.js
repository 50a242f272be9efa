/* Drafts: what is typed into form[data-draft] stays in this tab until it was really sent. */
(() => {
  "use strict";
  const words = document.getElementById("words")?.dataset ?? {};
  const { actor, page } = document.body.dataset;
  const ROOM = "thidua.draft.";
  const SENT = "thidua.sent";
  const keyOf = (form) => `${ROOM}${actor}.${form.dataset.draft}`;

  // Storage may be full or switched off; a form must work without it.
  const store = {
    get: (key) => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } },
    set: (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* no room */ } },
    drop: (key) => { try { sessionStorage.removeItem(key); } catch { /* no room */ } },
  };

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

  function tell(form, at, before) {
    const note = document.createElement("p");
    note.className = "draft-note notice notice-wait";
    note.setAttribute("role", "status");
    const discard = document.createElement("button");
    discard.type = "button";
    discard.textContent = words.discard;
    discard.addEventListener("click", () => {
      write(form, before);
      store.drop(keyOf(form));
      form.removeAttribute("data-touched");
      note.remove();
    });
    note.append(words.restored.replace("{time}", at), " ", discard);
    form.prepend(note);
  }

  function restore(form) {
    const key = keyOf(form);
    const draft = store.get(key);
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
    const sent = store.get(SENT);
    if (!sent) return;
    store.drop(SENT);
    if (!actor || page === "error") return;
    const form = [...document.querySelectorAll("form[data-draft]")].find((f) => keyOf(f) === sent);
    if (!form || (document.querySelector(".messages .notice-ok") && !form.querySelector(".field-error"))) store.drop(sent);
  }

  let waiting;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form || !actor) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => store.set(keyOf(form), { at: clock(), values: read(form) }), 250);
  });
  // On the window, so that a form which another listener held back does not count as sent.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.matches("[data-forget-drafts]")) {
      Object.keys(sessionStorage).filter((key) => key.startsWith(ROOM)).forEach(store.drop);
    } else if (form.matches("[data-draft]") && actor) {
      clearTimeout(waiting);
      store.set(keyOf(form), { at: clock(), values: read(form) });
      store.set(SENT, keyOf(form));
    }
  });

  settle();
  if (actor) document.querySelectorAll("form[data-draft]").forEach(restore);
})();
