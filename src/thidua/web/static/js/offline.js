/* Offline: form[data-outbox] pressed without a network is kept on this phone and sent later, once. */
(() => {
  "use strict";
  const words = document.getElementById("words")?.dataset ?? {};
  const { actor } = document.body.dataset;
  const { say } = window.thidua;
  const SAID = "thidua.said";
  const MONTH = 30 * 24 * 3600 * 1000;
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const clock = () => new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

  // One room for what waits: fields, photographs, and the key that makes a repeated press count once.
  function room() {
    return new Promise((done, failed) => {
      const asked = indexedDB.open("thidua", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "id" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  }
  async function use(mode, act) {
    const held = await room();
    try {
      return await new Promise((done, failed) => {
        const work = held.transaction("outbox", mode);
        const asked = act(work.objectStore("outbox"));
        work.oncomplete = () => done(asked.result);
        work.onerror = work.onabort = () => failed(work.error);
      });
    } finally { held.close(); }
  }
  const keep = (item) => use("readwrite", (store) => store.put(item));
  const drop = (id) => use("readwrite", (store) => store.delete(id));
  const waiting = async () => (await use("readonly", (store) => store.getAll())).filter((item) => item.actor === actor);

  async function put(form, button) {
    const fields = [...new FormData(form, button)];
    // A missing photograph is sent by a browser as an empty file; it need not be kept.
    const given = fields.filter(([, value]) => !(value instanceof File) || value.size);
    const url = form.getAttribute("action") || location.pathname;
    await keep({ id: `${actor} ${url}`, actor, url, at: Date.now(), fields: given });
    say("wait", fill(words.kept, { time: clock() }));
  }

  // As in page.js: a machine without network may still reach a server of its own.
  const reached = () => fetch(location.href, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
  addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (!form.matches("form[data-outbox]") || navigator.onLine || form.dataset.reached) return;
    if (!actor || !window.indexedDB) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await reached()) {
      form.dataset.reached = "1";
      form.requestSubmit(submitter);
    } else await put(form, submitter).catch(() => say("warn", words.notSaved));
  }, true);

  const token = (page) => page.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  async function send(item) {
    const page = await parse(await fetch(item.url));
    // Signed out meanwhile, or another post: it waits for whoever typed it.
    if (page.body.dataset.actor !== actor) return;
    const body = new FormData();
    for (const [name, value] of item.fields) body.append(name, value);
    const fresh = token(page) ?? token(document);
    if (fresh) body.set("csrfmiddlewaretoken", fresh);
    const answer = await fetch(item.url, { method: "POST", body });
    if (answer.status >= 500) return;
    const shown = await parse(answer);
    if (answer.ok && shown.body.dataset.actor !== actor) return;
    await drop(item.id);
    if (answer.ok) settle(item, answer.url, shown);
    else say("warn", words.keptRefused, { href: item.url, label: words.openAgain });
  }

  // The server's own sentence is shown: on the form's page by going on, elsewhere where one is.
  function settle(item, url, shown) {
    const sentence = shown.querySelector(".messages .notice")?.textContent.trim() || words.keptSent;
    document.querySelectorAll("form[data-outbox][data-draft]").forEach((form) => {
      form.dispatchEvent(new CustomEvent("thidua:sent", { bubbles: true }));
    });
    if (location.pathname !== item.url) return say("ok", sentence, { href: url, label: words.openAgain });
    sessionStorage.setItem(SAID, sentence);
    location.replace(url);
  }

  let busy = false;
  async function deliver() {
    if (busy || !actor || !window.indexedDB) return;
    busy = true;
    try {
      for (const item of await waiting()) {
        if (Date.now() - item.at > MONTH) await drop(item.id);
        else await send(item);
      }
    } catch { /* no network after all: the next sign of one tries again */ } finally { busy = false; }
  }

  const said = sessionStorage.getItem(SAID);
  if (said) {
    sessionStorage.removeItem(SAID);
    say("ok", said);
  }
  addEventListener("online", deliver);
  if (actor && window.indexedDB) {
    waiting().then((items) => {
      if (items.length && !navigator.onLine) say("wait", words.keptWaiting);
      return deliver();
    }).catch(() => {});
  }
})();
