// Writes ../assets: the stylesheet, our one script and the two libraries it loads. Nothing is bundled, so that what
// the browser runs can be compared with what the packages publish.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = (path) => new URL(path, import.meta.url);
await mkdir(here("../assets"), { recursive: true });

const { css } = compile(fileURLToPath(here("site.scss")), {
  style: "compressed",
  loadPaths: [fileURLToPath(here("node_modules"))],
  quietDeps: true,
});
if (/url\((?!["']?data:)/.test(css)) throw new Error("site.css refers to a file that is not published with it.");
await writeFile(here("../assets/site.css"), css);

await copyFile(here("site.js"), here("../assets/site.js"));
for (const [from, to] of [
  ["node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js", "govuk-frontend.min.js"],
  ["node_modules/htmx.org/dist/htmx.min.js", "htmx.min.js"],
]) {
  const text = await readFile(here(from), "utf8");
  await writeFile(here(`../assets/${to}`), text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
}
