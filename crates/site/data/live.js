// Loads the page anew when the site has changed, swaps the style sheet alone when only that has, and shows what is wrong until it is mended.
"use strict";
(() => {
  let seen = Number(new URL(document.currentScript.src).searchParams.get("v"));
  let box = null;

  const show = (trouble) => {
    if (box) box.remove();
    box = null;
    if (!trouble) return;
    box = document.createElement("pre");
    box.setAttribute("role", "alert");
    box.textContent = trouble;
    Object.assign(box.style, {
      position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", margin: "0", padding: "1rem",
      zIndex: "9999", font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap", color: "#fff", background: "#7a1020",
    });
    document.body.append(box);
  };

  // A changed style sheet has a new address, which the page as it is now tells.
  const restyle = async () => {
    const page = await (await fetch(location.href, { cache: "no-store" })).text();
    const all = (place) => [...place.querySelectorAll('link[rel="stylesheet"]')];
    const fresh = all(new DOMParser().parseFromString(page, "text/html"));
    all(document).forEach((sheet, at) => {
      const address = fresh[at] && fresh[at].getAttribute("href");
      if (address && address !== sheet.getAttribute("href")) sheet.setAttribute("href", address);
    });
  };

  const follow = async () => {
    for (;;) {
      try {
        const reply = await fetch(`/__live/state?after=${seen}`, { cache: "no-store" });
        const state = await reply.json();
        const next = state.version === seen + 1;
        const changed = state.version !== seen;
        seen = state.version;
        show(state.trouble);
        if (changed && !state.trouble) {
          if (!(next && state.styles)) return location.reload();
          await restyle();
        }
      } catch {
        await new Promise((wait) => setTimeout(wait, 1000));
      }
    }
  };
  follow();
})();
