// Builds the product for production when it is missing or older than its sources.
//   npm run build            builds
//   node bin/build.ts --if-needed   only when something changed since
//   node bin/build.ts --generated   with the database's client as it is there
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { compressAssets } from "./compress-assets.ts";

// The tools must run on the Node of this package, also where this file was not started by npm.
const env = {
  ...process.env,
  NODE_ENV: "production",
  PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`,
};

const SOURCES = ["app", "prisma/schema", "public", "package-lock.json", "vite.config.ts", "react-router.config.ts"];

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env });

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const entries = readdirSync(path, { withFileTypes: true });
  return Math.max(0, ...entries.filter(({ name }) => name !== "generated").map(({ name }) => newest(join(path, name))));
}

const built = existsSync("build/server/index.js") ? statSync("build/server/index.js").mtimeMs : 0;
const needed = !process.argv.includes("--if-needed") || Math.max(...SOURCES.map(newest)) > built;

if (needed) {
  process.stdout.write("Building the academy…\n");
  if (!process.argv.includes("--generated")) run("prisma", "generate");
  run("react-router", "build");
  compressAssets("build/client");
}
