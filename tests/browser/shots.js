// Takes a picture of one page of each sort of a built site, phone and desktop, light and dark, and the same on paper and in
// forced colors where asked: what no rule finds, an eye does. The pictures lie in ../../target/screenshots.
// Usage: node shots.js [FOLDER] [TO] [PART-OF-A-PAGE'S-PATH]
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { keep, pages, picture } from "./pages.js";

const here = dirname(fileURLToPath(import.meta.url));
const site = resolve(process.argv[2] ?? join(here, "../../public"));
const to = resolve(process.argv[3] ?? join(here, "../../target/screenshots"));
const wanted = process.argv[4] ?? "";
const LOOKS = [
  { name: "desktop-light", width: 1280, scheme: "light" },
  { name: "desktop-dark", width: 1280, scheme: "dark" },
  { name: "phone-light", width: 390, scheme: "light" },
  { name: "phone-dark", width: 390, scheme: "dark" },
  { name: "desktop-forced", width: 1280, scheme: "light", forced: true },
];
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"] });
mkdirSync(to, { recursive: true });
const files = pages(site).filter((file) => file.includes(wanted));
for (const file of files) {
  const name = picture(file);
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  for (const { name: look, width, scheme, forced } of LOOKS) {
    await page.setViewport({ width, height: 800 });
    await session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }, { name: "forced-colors", value: forced ? "active" : "none" }] });
    await page.goto(pathToFileURL(join(site, file)).href, { waitUntil: "load" });
    await keep(page, join(to, `${name}.${look}.png`));
  }
  await session.send("Emulation.setEmulatedMedia", { features: [] });
  await page.pdf({ path: join(to, `${name}.pdf`), format: "A4", margin: { top: "18mm", bottom: "18mm", left: "18mm", right: "18mm" } });
  await page.close();
}
await browser.close();
console.log(`${files.length} pages, ${LOOKS.length} pictures and a print of each, in ${to}`);
