/* Files: lists what was chosen, and says before sending what the server would refuse. */
(() => {
  "use strict";
  const MEGA = 1024 * 1024;
  const words = () => document.getElementById("words").dataset;
  const size = (bytes) => Math.max(bytes / MEGA, 0.1).toLocaleString("vi-VN", { maximumFractionDigits: 1 });
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  // A phone may report no type for HEIC: the end of the name is then what counts.
  function fits(file, accept) {
    if (!accept) return true;
    return accept.split(",").map((rule) => rule.trim().toLowerCase()).some((rule) => {
      if (rule.startsWith(".")) return file.name.toLowerCase().endsWith(rule);
      return rule.endsWith("/*") ? file.type.startsWith(rule.slice(0, -1)) : file.type === rule;
    });
  }

  function objection(input, files) {
    const limit = Number(input.dataset.maxFiles || 20);
    const most = Number(input.dataset.maxMb || 20);
    if (files.length > limit) return fill(words().fileMany, { count: files.length, limit });
    const large = files.find((file) => file.size > most * MEGA);
    if (large) return fill(words().fileLarge, { name: large.name, size: size(large.size), limit: most });
    const odd = files.find((file) => !fits(file, input.accept));
    if (odd) return fill(words().fileKind, { name: odd.name, kinds: input.dataset.kinds || input.accept });
    return "";
  }

  function row(text, side, name) {
    const item = document.createElement("li");
    if (name) item.className = name;
    const left = document.createElement("span");
    left.textContent = text;
    item.append(left);
    if (side) {
      const right = document.createElement("span");
      right.textContent = side;
      item.append(right);
    }
    return item;
  }

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches("input[type=file][data-files]")) return;
    const list = input.closest(".field")?.querySelector("[data-file-list]");
    if (!list) return;
    const files = [...input.files];
    const problem = objection(input, files);
    // The browser's own check then stops the form and reads the sentence out beside the field.
    input.setCustomValidity(problem);
    const rows = files.slice(0, 20).map((file) => row(file.name, `${size(file.size)} MB`));
    const total = files.reduce((sum, file) => sum + file.size, 0);
    if (problem) rows.unshift(row(problem, "", "file-wrong"));
    else if (files.length > 1) rows.push(row(fill(words().fileTotal, { count: files.length, size: size(total) }), "", "file-sum"));
    list.replaceChildren(...rows);
    list.hidden = !rows.length;
  });
})();
