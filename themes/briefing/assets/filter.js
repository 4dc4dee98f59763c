// Narrows a list to the entries that hold the words one types and have what one checks, and offers what several of them name.
// Without it the whole list stands.
(() => {
  const OFFERED = 40;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const printed = (part) => part.textContent.trim();
  /** One who is named in several ways is known by the page of the name. */
  const meant = (part) => part.getAttribute("href") ?? printed(part);

  /** The names, offices and kinds that at least two rows have, the commonest first. */
  const offers = (rows) => {
    const counts = new Map();
    for (const row of rows)
      for (const words of new Set([...row.querySelectorAll(".n, .role, .sort")].map(printed))) counts.set(words, (counts.get(words) ?? 0) + 1);
    const common = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
    return common.slice(0, OFFERED).map(([words]) => new Option(words, words));
  };

  /** Whether a row has one of what is checked, in every group of which anything is. */
  const has = (row, groups) =>
    groups.every(({ parts, values }) => [...row.querySelectorAll(parts)].some((part) => values.includes(meant(part))));

  for (const form of document.querySelectorAll("form.filter")) {
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const rows = [...document.querySelectorAll(form.dataset.rows)];
    const sections = [...document.querySelectorAll(form.dataset.sections)];
    const texts = rows.map((row) => plain(row.textContent));
    const checked = () =>
      [...form.querySelectorAll("fieldset")]
        .map((group) => ({ parts: group.dataset.parts, values: [...group.querySelectorAll(":checked")].map((box) => box.value) }))
        .filter((group) => group.values.length);
    const narrow = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      const groups = checked();
      rows.forEach((row, at) => (row.hidden = !(words.every((word) => texts[at].includes(word)) && has(row, groups))));
      const found = rows.filter((row) => !row.hidden);
      for (const section of sections) section.hidden = !found.some((row) => section.contains(row));
      status.textContent = words.length || groups.length ? form.dataset.some.replace("{n}", found.length) : "";
    };
    form.querySelector("datalist").append(...offers(rows));
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", narrow);
    narrow();
  }
})();
