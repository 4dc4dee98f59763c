// Serves a folder under a prefix as a host of static pages does, on a free port of this machine.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain", ".xml": "application/xml" };

export async function serve(folder, prefix) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.startsWith(prefix) ? join(folder, path.slice(prefix.length), path.endsWith("/") ? "index.html" : "") : null;
    const found = file && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(found ? file : ".html")] ?? "application/octet-stream" });
    response.end(readFileSync(found ? file : join(folder, "404.html")));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { prefix, root: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}
