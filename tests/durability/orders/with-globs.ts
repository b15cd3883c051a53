// Loaded before a process of the test: without Vite nobody else gathers the files that a module names by a pattern.
import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PATTERN = "import.meta.glob";

/** What `import.meta.glob` gives for files of JSON that are taken at once, as a text to be imported. */
function gather(url: string, source: string): string {
  const folder = dirname(fileURLToPath(url));
  const [, pattern = ""] = source.slice(source.indexOf(PATTERN)).match(/\(\s*"([^"]+)"/) ?? [];
  const files = globSync(pattern, { cwd: folder }).map((file) => {
    const path = relative(folder, `${folder}/${file}`);
    return [path.startsWith(".") ? path : `./${path}`, JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))];
  });
  const gathered = `const gathered = ${JSON.stringify(Object.fromEntries(files))};\n`;
  return `${gathered}${source.replace(/import\.meta\.glob(<[^(]*>)?\([^)]*\)/, "gathered")}`;
}

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.includes("/app/") || loaded.source === undefined || loaded.source === null) return loaded;
    const source = typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
    return source.includes(PATTERN) ? { ...loaded, source: gather(url, source) } : loaded;
  },
});
