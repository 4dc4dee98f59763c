// Narrows a list to the entries that hold the words one types. Without it the whole list stands.
(() => {
  for (const form of document.querySelectorAll("form.filter")) {
    const input = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const rows = [...document.querySelectorAll(form.dataset.rows)];
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const texts = rows.map((row) => plain(row.textContent));
    const narrow = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      let found = 0;
      rows.forEach((row, at) => {
        row.hidden = !words.every((word) => texts[at].includes(word));
        found += row.hidden ? 0 : 1;
      });
      for (const section of document.querySelectorAll(form.dataset.sections))
        section.hidden = !section.querySelector(`${form.dataset.rows}:not([hidden])`);
      status.textContent = words.length ? form.dataset.some.replace("{n}", found) : "";
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", narrow);
    narrow();
  }
})();
