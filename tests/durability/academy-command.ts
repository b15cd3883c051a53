import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { z } from "zod";

/** Begins a command of the academy, as `npm run academy` does; `ended` is how it ended and the JSON that it said. */
export function beginCommand(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ["bin/academy.ts", ...args, "--json"], {
    env: { ...process.env, PUBLIC_URL: "", BACKUP_KEY: "", ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const ended = Promise.all([text(child.stdout), code]).then(([out, code]) => ({
    code,
    said: z.looseObject({}).parse(out === "" ? {} : JSON.parse(out)),
  }));
  return { child, ended };
}

/** Runs a command of the academy to its end. */
export const runCommand = (env: Record<string, string>, ...args: string[]) => beginCommand(env, ...args).ended;
