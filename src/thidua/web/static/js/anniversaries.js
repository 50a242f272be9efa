/* A day of remembrance chosen from the list: its count for the plan's year is filled in and ticked. */
(() => {
  "use strict";
  const FOUNDED = /\((\d{2})\/(\d{2})\/(\d{4})\)$/;
  const order = (day, month) => Number(month) * 100 + Number(day);

  // The year in which the day lies in the plan; the server knows better where it lies in none.
  function yearOf(form, day, month) {
    const [start, end] = ["starts_on", "last_day"].map((name) => form.elements[name]?.value ?? "");
    const first = /(?:(\d{1,2})\D)?(\d{1,2})\D(\d{4})\s*$/.exec(start);
    if (!first) return 0;
    const year = Number(first[3]);
    const past = order(day, month) < order(first[1] ?? 1, first[2]);
    return past && Number(/(\d{4})\s*$/.exec(end)?.[1]) > year ? year + 1 : year;
  }

  function fill(select) {
    const row = select.closest("fieldset");
    const years = row.querySelector("input[name$='-years']");
    const note = row.querySelector("[data-year-checked]");
    // A count that somebody typed is not written over: the server says what is wrong with it.
    if (years.value && years.value !== years.dataset.filled) return;
    const founded = FOUNDED.exec(select.selectedOptions[0]?.textContent.trim() ?? "");
    const year = founded ? yearOf(select.form, founded[1], founded[2]) : 0;
    const count = year ? year - Number(founded[3]) : 0;
    years.value = years.dataset.filled = count > 0 ? String(count) : "";
    note.hidden = count <= 0;
    if (count > 0) note.querySelector("span").textContent = `${founded.slice(1).join("/")} – ${founded[1]}/${founded[2]}/${year}`;
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-anniversary]")) fill(event.target);
  });
})();
