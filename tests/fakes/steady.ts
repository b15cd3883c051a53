import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const TRIES = 200;

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Serves an OpenAPI document as `steady` does: each request is held against it, the answers are made up. */
export async function startSteady(
  document: string,
  ...flags: string[]
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const program = resolve("node_modules/.bin/steady");
  const child = spawn(program, ["--host", "127.0.0.1", "-p", String(port), "--quiet", ...flags, document], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const answers = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answers) break;
    if (tries >= TRIES || child.exitCode !== null) throw new Error(`steady does not serve ${document}`);
    await sleep(25);
  }
  return {
    origin,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** What the contract has to say against a request, in words; nothing where it is right. */
export async function contractProblems(
  steady: string,
  {
    method,
    path,
    body,
    authorization,
    contentType = "application/json",
  }: { method: string; path: string; body: string; authorization: string; contentType?: string },
): Promise<string[]> {
  const headers = { authorization, ...(body ? { "content-type": contentType } : {}) };
  const answer = await fetch(`${steady}${path}`, { method, headers, body: body || undefined });
  const { headers: said, status } = answer;
  await answer.body?.cancel();
  const count = Number(said.get("x-steady-error-count") ?? 0);
  const problems = Array.from({ length: count }, (_, i) =>
    ["Path", "Message"].map((part) => said.get(`x-steady-error-${i + 1}-${part}`) ?? "").join(": "),
  );
  if (problems.length === 0 && status >= 400) problems.push(`status ${status}`);
  return problems.map((problem) => `${method} ${path}: ${problem}`);
}
