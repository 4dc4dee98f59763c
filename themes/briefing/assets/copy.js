// Copies a citation that a button names, or a quote with its speaker and its place: as Markdown where text is pasted, with its
// link where a document is. Without it the text can be marked and copied by hand.
(() => {
  const { copy, done } = document.currentScript.dataset;
  const file = (type, text) => new Blob([text], { type });

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = button.dataset.done;
    });
  }

  /** The quote as Markdown and as HTML. */
  const cited = (quote) => {
    const said = quote.querySelector("blockquote").cloneNode(true);
    said.querySelector(".label")?.remove();
    const by = quote.querySelector("figcaption").cloneNode(true);
    by.querySelectorAll(".at").forEach((link) => link.remove());
    if (quote.id) by.append(" · ", Object.assign(document.createElement("a"), { href: `#${quote.id}`, textContent: document.querySelector("h1").textContent.trim() }));
    // The address as the page has it, whatever the link is from.
    by.querySelectorAll("a").forEach((link) => link.setAttribute("href", link.href));
    const html = `<blockquote>${said.innerHTML}</blockquote><p>— ${by.innerHTML}</p>`;
    by.querySelectorAll("a").forEach((link) => link.replaceWith(`[${link.textContent}](${link.href})`));
    const line = (part) => part.textContent.replace(/\s+/g, " ").trim();
    return { "text/plain": file("text/plain", `> ${line(said)}\n>\n> — ${line(by)}\n`), "text/html": file("text/html", html) };
  };

  if (!copy || !navigator.clipboard?.write) return;
  for (const quote of document.querySelectorAll("figure.quote")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "at copy", textContent: copy });
    const what = Object.assign(document.createElement("span"), { className: "vh", textContent: `: ${quote.querySelector("blockquote").textContent.trim().slice(0, 40)}` });
    button.append(what);
    button.addEventListener("click", async () => {
      await navigator.clipboard.write([new ClipboardItem(cited(quote))]);
      button.textContent = done;
    });
    quote.querySelector("figcaption").append(" ", button);
  }
})();
