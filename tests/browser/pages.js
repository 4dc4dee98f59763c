// The pages of a built site that are looked at: the largest of each sort. What is right there is right on the others.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** `*` stands for any name or article, `#` for a year. */
const SORTS = [
  "", "404.html", "about", "articles", "articles/#", "articles/#/*", "articles/*",
  "people", "people/by-frequency", "people/mentioned-once", "people/*", "countries", "countries/*", "countries/us/*",
  "groups", "groups/*", "places", "places/*", "names/*", "quotes", "quotes/*", "quotes/unattributed",
  "claims", "relations", "relations/*", "timeline", "timeline/page/*", "timeline/#/*", "timeline/#/*/*",
  "disagreements", "pairs", "pairs/*", "sources", "sources/*", "map", "graph", "search", "changes", "data", "review",
];

/** Folders beside those of articles and names that hold lists, which are sorts of their own. */
const LISTS = /^(by-\w+|mentioned-once|page|unattributed|\d{4})$/;
const YEAR = /^\d{4}$/;

/** How many bytes a file of the site has. */
export const size = (site, file) => readFileSync(join(site, file)).length;

/** The files of the largest page of each sort that the site has. */
export function pages(site) {
  return [...new Set(SORTS.map((sort) => largest(site, sort)).filter(Boolean))];
}

/** The file of the largest page of a sort. */
export function largest(site, sort) {
  if (sort.endsWith(".html")) return existsSync(join(site, sort)) ? sort : null;
  const isFolder = (path) => existsSync(join(site, path)) && statSync(join(site, path)).isDirectory();
  const below = (folder, fits) => (isFolder(folder) ? readdirSync(join(site, folder)).filter(fits).map((name) => join(folder, name)) : []);
  const kinds = { "*": (name) => !LISTS.test(name), "#": (name) => YEAR.test(name) };
  const step = (folders, part) => folders.flatMap((folder) => (kinds[part] ? below(folder, kinds[part]) : [join(folder, part)]));
  const files = sort.split("/").reduce(step, [""]).map((folder) => join(folder, "index.html"));
  const found = files.filter((file) => existsSync(join(site, file)));
  return found.sort((a, b) => size(site, b) - size(site, a) || (a < b ? -1 : 1))[0] ?? null;
}

/** What a file of the site is called among the pictures. */
export const picture = (file) => file.replace(/\/?index\.html$/, "").replace(/[/.]/g, "-") || "home";

/** How much of a long page a picture shows, in pixels. */
export const PICTURED = 3600;

/** Keeps a picture of what the browser shows, as wide as its window. */
export async function keep(page, path) {
  const { width } = page.viewport();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height: Math.min(height, PICTURED) }, captureBeyondViewport: true });
}
