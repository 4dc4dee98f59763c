// Reads one page of each sort of a built site in Chromium, light and dark, at 320 and 1280 px: no violation of WCAG 2.2 A and AA
// or of best practice (axe-core), no console message, no request that leaves the site, no sideways scroll, one h1, no skipped
// level of headings, everything there without script, names found with the keys alone, and words where the site has a full text.
// Keeps a picture of each in target/screenshots.
// Usage: node run.js [FOLDER] [PREFIX] (default: ../../public, opened from disk; with a prefix such as /repo/ from a server).
import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { keep, largest, pages, picture, size } from "./pages.js";
import { serve } from "./serve.js";

const here = dirname(fileURLToPath(import.meta.url));
const site = resolve(process.argv[2] ?? join(here, "../../public"));
const server = process.argv[3] ? await serve(site, process.argv[3]) : null;
const root = server ? server.root : pathToFileURL(`${site}/`).href;
/** The address of a file of the site, as links have it. */
const address = (file) => root + (server ? file.replace(/(^|\/)index\.html$/, "$1") : file);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where a picture of each page is kept, for eyes. */
const SHOTS = resolve(here, "../../target/screenshots", server ? "prefix" : "disk");
mkdirSync(SHOTS, { recursive: true });
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];
const COLOR_RULES = ["color-contrast", "link-in-text-block"];
const PAGE_BYTES = 60 * 1024;
const STYLE_BYTES = 27 * 1024;
const SCRIPT_BYTES = 20 * 1024;
const ALL_BYTES = 100 * 1024;
/** Seconds after which a run gives up, whatever it waits for. */
const LIMIT = Number(process.env.LIMIT ?? 900);
/** Milliseconds that one thing may take on a machine that is busy with others. */
const WAIT = 60_000;
/** How many pages are read at a time, each in a browser of its own, since only one page of a browser has the focus. */
const READERS = 2;
/** What the readers are at. */
const now = new Set();

async function blank(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT);
  return page;
}

/** What the page says of itself, read inside it. */
function inspect() {
  const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => Number(heading.tagName[1]));
  const visible = (element) => element.getClientRects().length > 0 && !element.closest(".vh");
  const small = [...document.querySelectorAll("a, summary, input, button")].filter((element) => {
    const box = element.getBoundingClientRect();
    // A link inside a sentence is as high as its line.
    return visible(element) && getComputedStyle(element).display !== "inline" && (box.height < 23.5 || box.width < 23.5)
      && !element.classList.contains("skip");
  });
  return {
    h1: levels.filter((level) => level === 1).length,
    skipped: levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1).length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    nodes: document.querySelectorAll("*").length,
    landmarks: ["header", "nav", "main", "footer"].filter((name) => !document.querySelector(name)),
    styles: document.querySelectorAll("[style], style, script:not([src]):not([type='application/ld+json'])").length,
    small: small.map((element) => element.outerHTML.slice(0, 90)),
    stuck: [...document.querySelectorAll("body *")].filter((e) => ["sticky", "fixed"].includes(getComputedStyle(e).position)).length,
  };
}

function complaints(facts) {
  const found = [];
  if (facts.h1 !== 1) found.push(`${facts.h1} h1`);
  if (facts.skipped) found.push(`${facts.skipped} skipped heading levels`);
  if (facts.overflow > 0) found.push(`scrolls ${facts.overflow}px sideways`);
  if (facts.nodes > 1500) found.push(`${facts.nodes} nodes`);
  if (facts.landmarks.length) found.push(`without ${facts.landmarks.join(", ")}`);
  if (facts.styles) found.push(`${facts.styles} inline styles or scripts`);
  if (facts.stuck) found.push(`${facts.stuck} elements stay where they are and may cover the focus`);
  found.push(...facts.small.map((html) => `a target below 24px: ${html}`));
  return found;
}

/** Every key press moves the focus to something that is seen. */
async function focus(page) {
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Tab");
    const lost = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const seen = box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      return seen ? null : element.outerHTML.slice(0, 90);
    });
    if (lost) return [`the focus is not seen on ${lost}`];
  }
  return [];
}

/** What axe finds on the page; in the dark only what depends on colors, as all else has been read in the light. */
async function violations(page, scheme) {
  const runOnly = scheme === SCHEMES[0] ? { type: "tag", values: TAGS } : { type: "rule", values: COLOR_RULES };
  // Without `preload`, since axe would fetch the style sheet, which the page's policy forbids.
  const report = await page.evaluate((how) => axe.run(document, how), { runOnly, preload: false });
  return report.violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`));
}

/** Reads a page at one width in all color schemes. */
async function read(browser, file, width) {
  const page = await blank(browser);
  const found = [];
  page.on("console", (message) => found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith("data:")) found.push(`asks for ${request.url()}`);
  });
  await page.setViewport({ width, height: 800 });
  for (const scheme of SCHEMES) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    if (scheme === SCHEMES[0]) {
      await page.goto(address(file), { waitUntil: "load" });
      found.push(...complaints(await page.evaluate(inspect)));
      found.push(...(await focus(page)));
      // The page forbids all script; what reads it runs in a world of its own.
      await page.evaluate(`${axe}; null`);
    }
    found.push(...(await violations(page, scheme)).map((line) => `${scheme}: ${line}`));
    await keep(page, join(SHOTS, `${picture(file)}.${width}.${scheme}.png`));
  }
  await page.close();
  return found.map((line) => `${file} (${width}px): ${line}`);
}

/** A page is light with all that it loads: its style sheets, its scripts, itself. */
function weights(files) {
  return files.flatMap((file) => {
    const html = readFileSync(join(site, file), "utf8");
    const loaded = (pattern) =>
      [...html.matchAll(pattern)].map((found) => size(site, server && found[1].startsWith("/") ? found[1].slice(server.prefix.length) : join(dirname(file), found[1]))).reduce((sum, bytes) => sum + bytes, 0);
    const styles = loaded(/<link rel="stylesheet" href="([^":]+)"/g);
    const scripts = loaded(/<script defer src="([^":]+)"/g);
    const page = size(site, file);
    const found = [];
    if (page > PAGE_BYTES) found.push(`${file}: ${page} bytes of HTML`);
    if (styles > STYLE_BYTES) found.push(`${file}: ${styles} bytes of CSS`);
    if (scripts > SCRIPT_BYTES) found.push(`${file}: ${scripts} bytes of script`);
    if (page + styles + scripts > ALL_BYTES) found.push(`${file}: ${page + styles + scripts} bytes with all that it loads`);
    return found;
  });
}

/** Finds a name as a reader does who has no mouse, and without script. */
async function find(browser) {
  const found = [];
  const person = largest(site, "people/*");
  if (!person) return found;
  const page = await blank(browser);
  page.on("console", (message) => found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  await page.goto(address(person), { waitUntil: "load" });
  const name = await page.evaluate(() => document.querySelector("h1").firstChild.textContent.trim());
  await page.goto(address("index.html"), { waitUntil: "load" });
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await page.waitForSelector("#found [role=option]").catch(() => found.push("nothing is offered"));
  await page.keyboard.press("ArrowDown");
  const active = await page.evaluate(() => {
    const input = document.activeElement;
    return [input.getAttribute("aria-expanded"), document.getElementById(input.getAttribute("aria-activedescendant"))?.getAttribute("aria-selected")];
  });
  if (active.join() !== "true,true") found.push(`the box does not say what is chosen: ${active}`);
  await page.evaluate(`${axe}; null`);
  found.push(...(await violations(page, SCHEMES[0])).map((line) => `with names offered: ${line}`));
  await Promise.all([page.waitForNavigation().catch(() => found.push("Enter leads nowhere")), page.keyboard.press("Enter")]);
  if (page.url() !== address(person)) found.push(`${name} leads to ${page.url()}`);

  await page.goto(`${address("search/index.html")}?q=${encodeURIComponent(name)}`, { waitUntil: "load" });
  await page.waitForSelector("#results li").catch(() => found.push("the page of the search finds nothing"));
  await page.select("#type", "0");
  const links = await page.$$eval("#results li a", (all) => all.map((link) => link.href));
  if (!links.includes(address(person))) found.push(`the page of the search does not find ${name} among people`);
  if (links.some((link) => !link.includes("/people/"))) found.push("the filter lets other sorts through");
  await page.close();

  const plain = await blank(browser);
  await plain.setJavaScriptEnabled(false);
  await plain.goto(address("index.html"), { waitUntil: "load" });
  await plain.type("#find", name);
  await Promise.all([plain.waitForNavigation().catch(() => found.push("without script the box leads nowhere")), plain.keyboard.press("Enter")]);
  if (!plain.url().startsWith(address("search/index.html"))) found.push(`without script the box leads to ${plain.url()}`);
  await plain.close();
  return found.map((line) => `finding ${name}: ${line}`);
}

/** Rests on a name of an article and reads who is meant. */
async function rest(browser) {
  const article = largest(site, "articles/*");
  if (!article) return [];
  const page = await blank(browser);
  const found = [];
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("console", (message) => found.push(`console: ${message.text()}`));
  await page.goto(address(join(article)), { waitUntil: "load" });
  // A name of which the article prints a part: the card says the whole.
  const names = await page.$$(".text a.n.person");
  const shown = () => page.waitForSelector("#who:not([hidden])").then((card) => card.evaluate((node) => node.textContent), () => "");
  const short = [];
  for (const name of names) if (!/\s/.test(await name.evaluate((link) => link.textContent.trim()))) short.push(name);
  if (short.length) {
    await short[0].hover();
    const surname = await short[0].evaluate((link) => link.textContent.trim().normalize("NFD")[0]);
    const card = await shown();
    if (!card.normalize("NFD").includes(surname)) found.push(`the card says "${card}"`);
    await page.evaluate(`${axe}; null`);
    found.push(...(await violations(page, SCHEMES[0])).map((line) => `with a card: ${line}`));
    await page.keyboard.press("Escape");
    if (await page.$("#who:not([hidden])")) found.push("Escape does not put the card away");
  }
  await page.close();
  return found.map((line) => `resting on a name: ${line}`);
}

/** Narrows the timeline by a box, where it has any. */
async function boxes(browser) {
  if (!existsSync(join(site, "timeline/index.html"))) return [];
  const page = await blank(browser);
  const found = [];
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  await page.goto(address("timeline/index.html"), { waitUntil: "load" });
  if (await page.$("form.filter details")) {
    const rows = () => page.$$eval(".moments li", (all) => all.filter((row) => !row.hidden).length);
    const all = await rows();
    await page.click("form.filter summary");
    const said = await page.$eval("form.filter fieldset label .num", (count) => Number(count.textContent));
    await page.click("form.filter fieldset input");
    if ((await rows()) !== said) found.push(`a box that says ${said} leaves ${await rows()} of ${all}`);
    await page.evaluate(`${axe}; null`);
    found.push(...(await violations(page, SCHEMES[0])).map((line) => `with a box checked: ${line}`));
    await page.click("form.filter fieldset input");
    if ((await rows()) !== all) found.push("a box that is cleared does not bring all back");
  }
  await page.close();
  return found.map((line) => `narrowing the timeline: ${line}`);
}

/** Finds words inside the articles, where the site has a full text and can load it. */
async function texts(browser) {
  const page = await blank(browser);
  const found = [];
  page.on("console", (message) => found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  await page.goto(address("search/index.html"), { waitUntil: "load" });
  const has = await page.$("#texts");
  if (!has) return [];
  if (!server) {
    const told = await page.$eval("#from-disk", (note) => !note.hidden);
    return told ? [] : ["the page of the search does not say that words are not found from disk"];
  }
  // The longest word of the last paragraph of an article.
  const article = join(largest(site, "articles/*"));
  await page.goto(address(article), { waitUntil: "load" });
  const { place, word } = await page.evaluate(() => {
    const last = [...document.querySelectorAll(".text > p[id]")].at(-1);
    const words = last.textContent.match(/[a-z]{5,}/g);
    return { place: last.id, word: words.sort((a, b) => b.length - a.length)[0] };
  });
  await page.goto(`${address("search/index.html")}?q=${word}`, { waitUntil: "load" });
  await page.waitForSelector("#texts article").catch(() => found.push(`"${word}" is not found`));
  const links = () => page.$$eval("#texts a.at", (all) => all.map((link) => link.href));
  if (!(await links()).includes(`${address(article)}#${place}`)) found.push(`"${word}" is not found in its paragraph`);
  if (!(await page.$("#texts mark"))) found.push(`"${word}" is not marked`);
  await page.evaluate(`${axe}; null`);
  found.push(...(await violations(page, SCHEMES[0])).map((line) => `with words found: ${line}`));
  await page.select("#type", "0");
  await page.waitForFunction(() => document.getElementById("texts").hidden).catch(() => found.push("articles are found among people"));
  const year = await page.$$eval("#year option", (all) => all.map((option) => option.value).filter(Boolean));
  await page.select("#type", "");
  for (const value of year) {
    await page.select("#year", value);
    await page.waitForSelector('#texts[aria-busy="false"]');
    const years = await page.$$eval("#texts .meta:first-of-type", (all) => all.map((note) => note.textContent.slice(0, 4)));
    if (years.some((found) => found !== value)) found.push(`the year ${value} lets ${years} through`);
  }
  await page.close();
  return found.map((line) => `finding words: ${line}`);
}

const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) {
  console.error("there is no Chromium; install it, or name it in CHROMIUM");
  process.exit(2);
}
const files = pages(site);
if (files.length === 0) {
  console.error(`there is no site in ${site}`);
  process.exit(2);
}
const launch = () =>
  puppeteer.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
const browsers = await Promise.all(Array.from({ length: READERS }, launch));
// A wait without an end would hang the gate and say nothing: the browsers go down with the run.
setTimeout(() => {
  console.error(`not done after ${LIMIT} seconds, at ${[...now].join(" and ")}`);
  for (const browser of browsers) browser.process()?.kill("SIGKILL");
  process.exit(1);
}, LIMIT * 1000).unref();

/** Does the work that is left, one piece after the other. */
async function work(browser, pieces) {
  let found = [];
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    now.add(piece.what);
    found = found.concat(await piece.run(browser));
    now.delete(piece.what);
  }
  return found;
}

const pieces = [
  { what: "the search for a name", run: find },
  { what: "the search for words", run: texts },
  { what: "the boxes of the timeline", run: boxes },
  { what: "the card of a name", run: rest },
  ...files.flatMap((file) => WIDTHS.map((width) => ({ what: `${file} (${width}px)`, run: (browser) => read(browser, file, width) }))),
];
const failures = weights(files).concat(...(await Promise.all(browsers.map((browser) => work(browser, pieces)))));
await Promise.all(browsers.map((browser) => browser.close()));
server?.close();
for (const line of failures) console.error(line);
console.log(`${files.length} pages read ${server ? `under ${server.prefix}` : "from disk"} at ${WIDTHS.join(" and ")}px, ${SCHEMES.join(" and ")}: ${failures.length} findings`);
process.exit(failures.length === 0 ? 0 : 1);
