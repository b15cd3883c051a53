import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where .ci/debian-tools brought them. */
const ROOT = resolve("node_modules/.cache/debian-tools/root");

/** How a program of deploy/ is started on this machine, with its own libraries; undefined where it was not brought. */
export function findTool(name: "sbin/pgbouncer" | "bin/caddy"): { command: string; args: string[] } | undefined {
  const path = join(ROOT, "usr", name);
  if (!existsSync(path)) return undefined;
  const libraries = join(ROOT, "usr/lib/x86_64-linux-gnu");
  return { command: join(ROOT, "usr/lib64/ld-linux-x86-64.so.2"), args: ["--library-path", libraries, path] };
}

/** A text in which each of these stands once, with the others in their places. */
export function replaceAll(text: string, pairs: [from: string, to: string][]): string {
  return pairs.reduce((changed, [from, to]) => {
    if (changed.split(from).length !== 2) throw new Error(`It does not hold once: ${from}`);
    return changed.replace(from, () => to);
  }, text);
}
