// The pages of a built site that are looked at: the largest of each sort. What is right there is right on the others.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SORTS = [
  "", "404.html", "about", "articles", "articles/*", "people", "people/*", "countries", "countries/*", "groups", "groups/*",
  "places", "places/*", "quotes", "quotes/*", "quotes/unattributed", "claims", "relations", "relations/*", "timeline",
  "timeline/page/*", "timeline/*/*", "timeline/*/*/*", "disagreements", "pairs", "pairs/*", "countries/us/*", "names/*", "sources",
  "sources/*", "map", "graph", "search", "changes", "data",
];

/** How many bytes a file of the site has. */
export const size = (site, file) => readFileSync(join(site, file)).length;

/** The files of the largest page of each sort that the site has. */
export function pages(site) {
  return SORTS.map((sort) => largest(site, sort)).filter(Boolean);
}

/** The file of the largest page of a sort: `people/*` is any folder below `people`. */
export function largest(site, sort) {
  if (sort.endsWith(".html")) return existsSync(join(site, sort)) ? sort : null;
  if (!sort.endsWith("/*")) {
    const file = join(sort, "index.html");
    return existsSync(join(site, file)) ? file : null;
  }
  const isFolder = (path) => existsSync(join(site, path)) && statSync(join(site, path)).isDirectory();
  const below = (folder) => (isFolder(folder) ? readdirSync(join(site, folder)).map((name) => join(folder, name)) : []);
  const folders = sort.split("/*").slice(1).reduce((found) => found.flatMap(below), [sort.split("/*")[0]]);
  const files = folders.map((folder) => join(folder, "index.html"));
  const found = files.filter((file) => existsSync(join(site, file)));
  return found.sort((a, b) => size(site, b) - size(site, a) || (a < b ? -1 : 1))[0] ?? null;
}
