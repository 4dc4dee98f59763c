// Words inside the articles, on the page of the search: each article that has them, with the paragraphs where they stand. The
// engine and its index are Pagefind's; they are loaded with the first search, and not at all from disk, where no page may.
(() => {
  const { load, said } = self.finder;
  const box = document.getElementById("texts");
  const results = document.getElementById("results");
  const status = document.getElementById("status");
  const [few, paragraphs, described] = [10, 3, 10];
  if (location.protocol === "file:") {
    document.getElementById("from-disk").hidden = false;
    return;
  }

  let engine = null;
  const start = async () => {
    const engine = await import(new URL(box.dataset.engine, document.baseURI).href);
    await engine.options({ excerptLength: 28, excerptEllipsis: "…" });
    return engine;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const link = (className, href, ...children) => Object.assign(element("a", className, ...children), { href });
  // An excerpt is text in which only `<mark>` is a tag.
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const marked = (excerpt) =>
    excerpt.split(/<mark>(.*?)<\/mark>/s).map((part, at) => (at % 2 ? element("mark", "", plain(part)) : plain(part)));
  const there = (number) => ["\u00b6\u202f", number, element("span", "vh", ` ${box.dataset.there}`)];

  const story = (row, found) => {
    const place = (sub) => (sub.anchor ? `${row.href}#${sub.anchor.id}` : row.href);
    const number = (sub) => sub.anchor?.id.replace(/\D+/, "") ?? "";
    const item = element("article", "line", element("h3", "", link("", row.href, row.name)));
    if (row.note) item.append(element("p", "meta", row.note));
    const subs = found.sub_results.filter((sub) => sub.anchor);
    for (const sub of subs.slice(0, paragraphs))
      item.append(element("p", "excerpt", ...marked(sub.excerpt), "\u00a0", link("at", place(sub), ...there(number(sub)))));
    const rest = subs.slice(paragraphs).flatMap((sub) => [" ", link("at", place(sub), ...there(number(sub)))]);
    if (rest.length) item.append(element("p", "meta", box.dataset.also, ...rest));
    return item;
  };

  // Only the newest search is shown: a slow answer to an older one, of other words or another filter, comes too late.
  let newest = null;
  const show = async (wanted) => {
    const { text, found, line, type, country, source, year } = wanted;
    const entries = await load();
    const rows = new Map(entries.map((row) => [row.path, row]));
    const { folders, countries, sources } = self.backgrounder;
    const articles = folders.length - 1;
    const filters = {};
    if (country.value) filters.country = countries[country.value];
    if (source.value) filters.source = sources[source.value];
    if (year.value) filters.year = year.value;
    const search = async (type) => (await (await engine).search(text, { filters: { ...filters, type } })).results;
    const kinds = folders.filter((_, at) => !type.value || Number(type.value) === at);
    const [hits, others] = await Promise.all([
      kinds.includes(folders[articles]) ? search(folders[articles]) : [],
      search({ any: kinds.filter((kind) => kind !== folders[articles]) }),
    ]);
    // Names whose page has the words in an office, a profile or another name, besides those that are found by their names.
    const pages = await Promise.all(others.slice(0, described).map((hit) => hit.data()));
    const besides = pages.map((page) => rows.get(page.raw_url)).filter((row) => row && !found.includes(row));
    if (wanted !== newest) return;
    if (besides.length) {
      const list = element("ul", "rows", ...besides.map(line));
      results.append(element("section", "", element("h2", "", box.dataset.described), list));
    }

    // What has the words in its headline is among them.
    results.querySelector(`[data-folder="${articles}"]`)?.remove();
    box.replaceChildren(box.firstElementChild);
    box.querySelector(".num").textContent = hits.length;
    box.hidden = hits.length === 0;
    const names = found.filter((row) => !row.article).length + besides.length;
    status.textContent = text ? said(names + hits.length) : "";
    const more = Object.assign(element("button", "", box.dataset.more), { type: "button" });
    const next = async () => {
      const at = box.querySelectorAll("article").length;
      const texts = await Promise.all(hits.slice(at, at + few).map((hit) => hit.data()));
      if (wanted !== newest) return;
      more.remove();
      for (const found of texts) {
        const row = rows.get(found.raw_url);
        if (row) box.append(story(row, found));
      }
      if (at) box.querySelectorAll("article")[at]?.querySelector("a").focus();
      if (at + few < hits.length) box.append(more);
    };
    more.addEventListener("click", next);
    await next();
  };

  document.addEventListener("searched", async ({ detail }) => {
    newest = detail;
    box.setAttribute("aria-busy", "true");
    if (detail.text) {
      engine ??= start();
      await show(detail).catch(() => detail === newest && (status.textContent = box.dataset.failed));
    } else box.hidden = true;
    if (detail === newest) box.setAttribute("aria-busy", "false");
  });
})();
