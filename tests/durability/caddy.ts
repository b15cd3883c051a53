import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, isReady, waitUntil } from "./academy-process.ts";
import { findTool, replaceAll } from "./debian-tools.ts";

/** Caddy before some processes, with deploy's own Caddyfile but for their addresses. Undefined where it is not here. */
export async function openCaddy({ origins, folder }: { origins: string[]; folder: string }) {
  const tool = findTool("bin/caddy");
  if (!tool) return undefined;
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const validate = [...tool.args, "validate", "--adapter", "caddyfile", "--config", "deploy/Caddyfile"];
  execFileSync(tool.command, validate, { env: { ...env, ACADEMY_HOST: "academy.example" }, stdio: "pipe" });
  const origin = `http://127.0.0.1:${await freePort()}`;
  const file = join(folder, "Caddyfile");
  const upstreams = origins.map((one) => new URL(one).host).join(" ");
  const text = replaceAll(readFileSync("deploy/Caddyfile", "utf8"), [["app1:3000 app2:3000", upstreams]]);
  writeFileSync(file, `{\n\tadmin off\n}\n${text}`);
  const child = spawn(tool.command, [...tool.args, "run", "--adapter", "caddyfile", "--config", file], {
    env: { ...env, ACADEMY_HOST: origin },
    stdio: "ignore",
  });
  await waitUntil(() => isReady(origin), 15_000);
  return {
    origin,
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
