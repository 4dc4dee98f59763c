// Narrows a list to the entries that hold the words one types or that name what one checks, and offers what several of them name.
// Without it the whole list stands.
(() => {
  const OFFERED = 40;
  const CHECKED = 8;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const printed = (part) => part.textContent.trim();
  /** One who is named in several ways is known by the page of the name. */
  const meant = (part) => part.href ?? printed(part);
  const keys = (row, parts, key) => new Set([...row.querySelectorAll(parts)].map(key));

  /** What at least two of the rows have in these parts of them, the commonest first. */
  const common = (rows, parts, key) => {
    const counts = new Map();
    for (const row of rows) for (const word of keys(row, parts, key)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
  };

  /** The longest of the words for each of these parts. */
  const names = (rows, parts) => {
    const longest = new Map();
    for (const part of rows.flatMap((row) => [...row.querySelectorAll(parts)])) {
      const known = longest.get(meant(part)) ?? "";
      if (printed(part).length > known.length) longest.set(meant(part), printed(part));
    }
    return longest;
  };

  /** A box to check for each of the commonest; a single one would part nothing. */
  const boxes = (fieldset, rows) => {
    const found = common(rows, fieldset.dataset.of, meant).slice(0, CHECKED);
    if (found.length < 2) return;
    const called = names(rows, fieldset.dataset.of);
    for (const [key, count] of found) {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: key });
      label.append(box, ` ${called.get(key)} `, Object.assign(document.createElement("span"), { className: "num", textContent: count }));
      fieldset.append(label);
    }
    fieldset.hidden = false;
    fieldset.parentElement.hidden = false;
  };

  for (const form of document.querySelectorAll("form.filter")) {
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const rows = [...document.querySelectorAll(form.dataset.rows)];
    const sections = [...document.querySelectorAll(form.dataset.sections)];
    const texts = rows.map((row) => plain(row.textContent));
    const fieldsets = [...form.querySelectorAll("fieldset")];
    const narrow = () => {
      const typed = plain(input.value).split(/\s+/).filter(Boolean);
      const checked = fieldsets
        .map(({ dataset, elements }) => [dataset.of, [...elements].filter((box) => box.checked).map((box) => box.value)])
        .filter(([, values]) => values.length);
      const fits = (row, at) =>
        typed.every((word) => texts[at].includes(word)) &&
        checked.every(([parts, values]) => {
          const has = keys(row, parts, meant);
          return values.some((value) => has.has(value));
        });
      rows.forEach((row, at) => (row.hidden = !fits(row, at)));
      const found = rows.filter((row) => !row.hidden);
      for (const section of sections) section.hidden = !found.some((row) => section.contains(row));
      status.textContent = typed.length || checked.length ? form.dataset.some.replace("{n}", found.length) : "";
    };
    const offered = common(rows, ".n, .role, .sort", printed).slice(0, OFFERED);
    form.querySelector("datalist").append(...offered.map(([word]) => new Option(word, word)));
    fieldsets.forEach((fieldset) => boxes(fieldset, rows));
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", narrow);
    narrow();
  }
})();
