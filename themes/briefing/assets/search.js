// The page of the search: what the index of names and headlines has for the words in the box or behind `?q=`, by kind.
(() => {
  const { form, input, load, match, said, kind } = self.finder;
  const results = document.getElementById("results");
  const status = document.getElementById("status");
  const filters = document.getElementById("filters");
  const [type, country, source, year] = filters.querySelectorAll("select");
  const most = 25;

  const options = (select, values) => {
    for (const [value, text] of values) select.add(new Option(text, value));
    select.closest("p").hidden = values.length < 2;
  };
  const fill = (entries) => {
    const { countries, sources } = self.backgrounder;
    const articles = entries.filter((row) => row.article);
    const used = new Set(entries.flatMap((row) => row.countries));
    const years = [...new Set(articles.map((row) => row.year))].filter(Boolean).sort((a, b) => b - a);
    const folders = [...new Set(entries.map((row) => row.folder))].sort((a, b) => a - b);
    options(type, folders.map((folder) => [folder, form.dataset.labels.split("|")[folder]]));
    options(country, countries.map((name, at) => [at, name]).filter(([at]) => used.has(at)).sort((a, b) => a[1].localeCompare(b[1])));
    options(source, sources.map((name, at) => [at, name]));
    options(year, years.map((number) => [number, number]));
    filters.hidden = false;
  };
  const wanted = (row) =>
    (!type.value || row.folder === Number(type.value)) &&
    (!country.value || row.countries.includes(Number(country.value))) &&
    (!source.value || row.source === Number(source.value)) &&
    (!year.value || row.year === Number(year.value));

  const line = (row) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = row.href;
    link.textContent = row.name;
    if (!row.article) link.className = `n ${form.dataset.classes.split("|")[row.folder]}`;
    const note = document.createElement("span");
    note.className = "role";
    note.textContent = row.note;
    item.append(link, " ", note);
    return item;
  };
  const group = (rows) => {
    const section = document.createElement("section");
    section.dataset.folder = rows[0].folder;
    const heading = document.createElement("h2");
    const number = document.createElement("span");
    number.className = "num";
    number.textContent = rows.length;
    heading.append(form.dataset.labels.split("|")[rows[0].folder], " ", number);
    const list = document.createElement("ul");
    list.className = "rows";
    list.append(...rows.slice(0, most).map(line));
    section.append(heading, list);
    if (rows.length > most) {
      const more = document.createElement("button");
      more.type = "button";
      more.textContent = results.dataset.more;
      more.addEventListener("click", () => {
        list.append(...rows.slice(most).map(line));
        list.children[most].firstChild.focus();
        more.remove();
      });
      section.append(more);
    }
    return section;
  };

  const show = async () => {
    const text = input.value.trim();
    const entries = await load();
    if (text !== input.value.trim()) return;
    if (filters.hidden) fill(entries);
    const found = match(entries, text).filter(wanted);
    const groups = new Map();
    for (const row of found) groups.set(row.folder, [...(groups.get(row.folder) ?? []), row]);
    results.replaceChildren(...[...groups.values()].map(group));
    status.textContent = text ? said(found.length) : "";
    document.dispatchEvent(new CustomEvent("searched", { detail: { text, found, line, type, country, source, year } }));
    try {
      history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    } catch {
      // A page opened from disk may not change its address everywhere.
    }
  };
  const now = () => show().catch(() => (status.textContent = form.dataset.none));

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", now);
  filters.addEventListener("change", now);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
  now();
})();
