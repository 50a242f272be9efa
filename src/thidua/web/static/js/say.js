/* The announcement of a moment: looks like those of the server, built as text, never as markup. */
(() => {
  "use strict";
  function say(tone, sentence, link) {
    const place = document.querySelector("[data-messages]");
    if (!place) return;
    const note = document.createElement("div");
    note.className = `notice notice-${tone}`;
    const shape = document.querySelector(`template[data-shape="${tone}"]`);
    if (shape) note.append(shape.content.cloneNode(true));
    const body = document.createElement("div");
    body.className = "notice-body";
    const text = document.createElement("p");
    text.textContent = sentence;
    if (link) {
      const way = document.createElement("a");
      way.href = link.href;
      way.textContent = link.label;
      text.append(" ", way);
    }
    body.append(text);
    note.append(body);
    place.replaceChildren(note);
    note.scrollIntoView({ block: "nearest" });
  }
  window.thidua = Object.freeze({ say });
})();
