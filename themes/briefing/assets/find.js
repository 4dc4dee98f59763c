// Finds names and headlines as one types, and tells who is meant where the pointer rests on a name or one has tabbed to it. The
// index is a script that the first touch loads, so that it serves from disk too. Without this file the box is a form that leads
// to the page of the search.
(() => {
  const form = document.querySelector("form.find");
  if (!form) return;
  const input = form.querySelector("input");
  const { index, root, file } = form.dataset;
  let loading = null;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}|['’]/gu, "").toLowerCase();
  const split = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const entry = ([name, folder, slug, note = "", count = 0, others = "", year = 0, source = -1, countries = []]) => ({
    name, folder, note, count, year, source, countries,
    path: `${self.backgrounder.folders[folder]}/${slug}/`,
    href: `${root}${self.backgrounder.folders[folder]}/${slug}/${file}`,
    article: folder === self.backgrounder.folders.length - 1,
    forms: [name, ...others.split("|")].filter(Boolean).map((words) => [plain(words), split(words)]),
  });

  const load = () => (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = index;
    script.onload = () => resolve(self.backgrounder.rows.map(entry));
    script.onerror = reject;
    document.head.append(script);
  }));

  // How well one form of a name answers the words: every word begins one of its words, or longer ones stand inside one.
  const fit = ([whole, parts], query, words) => {
    let points = 0;
    for (const word of words) {
      if (parts.includes(word)) points += 3;
      else if (parts.some((part) => part.startsWith(word))) points += 2;
      else if (word.length > 3 && whole.includes(word)) points += 0.5;
      else return 0;
    }
    return points / words.length + (whole === query ? 3 : whole.startsWith(query) ? 1 : 0);
  };

  const match = (entries, text) => {
    const words = split(text);
    if (!words.length) return [];
    const query = plain(text.trim());
    const found = [];
    entries.forEach((row, at) => {
      const points = Math.max(...row.forms.map((form, number) => fit(form, query, words) * (number ? 0.8 : 1)));
      if (points > 0) found.push({ row, at, points: points + Math.log2(row.count + 1) / 4 - (row.article ? 0.5 : 0) });
    });
    return found.sort((a, b) => b.points - a.points || a.at - b.at).map(({ row }) => row);
  };

  // The words of the reader's language come with the page.
  const said = (count) => (count ? form.dataset.some.replace("{n}", count) : form.dataset.none);
  const kind = (row) => form.dataset.kinds.split("|")[row.folder];
  self.finder = { form, input, load, match, split, said, kind };
  // The menu closes as menus do: by Escape, and when one turns to something else.
  const menu = document.querySelector("details.menu");
  const leave = ({ target }) => menu.contains(target) || (menu.open = false);
  if (menu) {
    document.addEventListener("click", leave);
    document.addEventListener("focusin", leave);
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.firstElementChild.focus();
    });
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    }
  });
  if (form.dataset.here) return;

  const list = document.createElement("ul");
  const status = document.createElement("p");
  let shown = [];
  let active = -1;
  Object.assign(list, { id: "found", className: "found", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.list);
  Object.assign(status, { className: "vh" });
  status.setAttribute("role", "status");
  form.append(list, status);
  const set = (values) => Object.entries(values).forEach(([name, value]) => input.setAttribute(name, value));
  set({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "found", "aria-expanded": "false" });

  const go = (row, event) => (event.ctrlKey || event.metaKey ? open(row.href) : location.assign(row.href));
  const move = (to) => {
    active = to;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === to)));
    list.children[to]?.scrollIntoView({ block: "nearest" });
    if (to < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `found-${to}`);
  };
  const close = () => {
    list.hidden = true;
    set({ "aria-expanded": "false" });
    move(-1);
  };
  const option = (row, at) => {
    const item = document.createElement("li");
    item.id = `found-${at}`;
    item.setAttribute("role", "option");
    const name = document.createElement("span");
    name.className = "title";
    name.textContent = row.name;
    const note = document.createElement("span");
    note.className = "note";
    note.textContent = [kind(row), row.note].filter(Boolean).join(" · ");
    item.append(name, " ", note);
    item.addEventListener("click", (event) => go(row, event));
    return item;
  };
  const show = async () => {
    const text = input.value;
    const entries = await load();
    if (text !== input.value) return;
    const found = match(entries, text);
    shown = found.slice(0, 8);
    list.replaceChildren(...shown.map(option));
    status.textContent = text.trim() ? said(found.length) : "";
    list.hidden = shown.length === 0;
    set({ "aria-expanded": String(shown.length > 0) });
    move(-1);
  };

  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  input.addEventListener("input", () => show().catch(close));
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void (shown.length ? ((list.hidden = false), set({ "aria-expanded": "true" }), move(0)) : show());
      const by = key === "ArrowDown" ? 1 : -1;
      move(((active + 1 + by + shown.length + 1) % (shown.length + 1)) - 1);
    } else if (key === "Enter" && active >= 0) {
      event.preventDefault();
      go(shown[active], event);
    } else if (key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());

  const WAIT = 350;
  const card = Object.assign(document.createElement("div"), { id: "who", className: "who", hidden: true });
  card.setAttribute("role", "tooltip");
  document.querySelector("main").append(card);
  let name = null;
  let timer = 0;
  let pages = null;
  const rows = async () => (pages ??= new Map((await load()).filter((row) => !row.article).map((row) => [new URL(row.href, document.baseURI).href, row])));
  const hide = () => {
    clearTimeout(timer);
    name?.removeAttribute("aria-describedby");
    card.hidden = true;
    name = null;
  };
  const tell = async (link) => {
    const row = (await rows()).get(link.href);
    // A name that says all there is to say needs no card.
    if (name !== link || !row || (row.name === link.textContent.trim() && !row.note)) return;
    const title = Object.assign(document.createElement("strong"), { textContent: row.name });
    const note = Object.assign(document.createElement("span"), { textContent: [kind(row), row.note].filter(Boolean).join(" · ") });
    card.replaceChildren(title, note);
    card.hidden = false;
    const at = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = `${scrollX + Math.max(8, Math.min(at.left, room))}px`;
    card.style.top = `${scrollY + at.bottom + 2}px`;
    link.setAttribute("aria-describedby", card.id);
  };
  const rest = ({ target }) => {
    if (card.contains(target)) return clearTimeout(timer);
    const link = target.closest?.("main a.n");
    if (link === name && link) return clearTimeout(timer);
    clearTimeout(timer);
    if (!link) return void (timer = setTimeout(hide, WAIT / 2));
    timer = setTimeout(() => {
      hide();
      name = link;
      tell(link).catch(hide);
    }, WAIT);
  };
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && rest(event));
  document.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && rest(event));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
})();
