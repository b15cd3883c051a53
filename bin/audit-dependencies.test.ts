import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "#tests/factories/package.ts";

vi.setConfig({ testTimeout: 120_000 });

const ADVICE = "/-/npm/v1/security/advisories/bulk";
const askedSchema = z.record(z.string(), z.array(z.string()));

let registry: Server | undefined;
afterEach(() => registry?.close());

type Answer = { status: number; body: unknown };

/** A registry that says `advise` of the parts it is asked about, and knows of each the versions that are asked for. */
async function openRegistry(advise: (asked: z.infer<typeof askedSchema>) => Answer): Promise<string> {
  let asked: z.infer<typeof askedSchema> = {};
  registry = createServer(async (request, response) => {
    const { url = "", headers } = request;
    const sent = await buffer(request);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (request.method === "GET") {
      const name = decodeURIComponent(url.slice(1));
      const versions = (asked[name] ?? []).map((version) => [version, { name, version }]);
      return answer(200, { name, versions: Object.fromEntries(versions) });
    }
    if (url !== ADVICE) return answer(405, { error: "Method Not Allowed" });
    const body = headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
    asked = askedSchema.parse(JSON.parse(body.toString("utf8")));
    const { status, body: said } = advise(asked);
    answer(status, said);
  });
  const listening = registry;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = Object(listening.address());
  return `http://127.0.0.1:${port}/`;
}

async function audit(address: string) {
  const settings = { npm_config_registry: address, npm_config_cache: await temporaryFolder() };
  const child = spawn(process.execPath, ["bin/audit-dependencies.ts"], { env: { ...process.env, ...settings } });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  return { code, out, err };
}

test("where the registry knows of no weakness, that is said with the number of parts, and it ends with 0", async () => {
  let told: string[] = [];
  const address = await openRegistry((asked) => {
    told = Object.keys(asked);
    return { status: 200, body: {} };
  });
  expect(await audit(address)).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringMatching(/^No known weakness in \d{3,}/),
  });
  expect(told).toEqual(expect.arrayContaining(["express", "react", "better-auth"]));
  // What only builds and tests does not run.
  expect(told).not.toContain("lighthouse");
});

test("a part with a known weakness is named with its gravity and where to read of it, and it ends with 1", async () => {
  const advice = { id: 1, url: "https://example.org/advice", title: "It lets anybody in", severity: "high" };
  const address = await openRegistry(() => ({
    status: 200,
    body: { express: [{ ...advice, vulnerable_versions: "*", cwe: [], cvss: { score: 0, vectorString: null } }] },
  }));
  const { code, err } = await audit(address);
  expect(code).toBe(1);
  expect(err).toContain("high\texpress");
  expect(err).toContain("It lets anybody in (https://example.org/advice)");
});

test("a registry that cannot be asked is no all-clear: it ends with 2", async () => {
  const refusing = await openRegistry(() => ({ status: 405, body: { error: "Method Not Allowed" } }));
  const refused = await audit(refusing);
  expect(refused).toMatchObject({ code: 2, out: "", err: expect.stringContaining("could not be asked") });
  registry?.closeAllConnections();
  await new Promise((resolve) => registry?.close(resolve));
  expect(await audit(refusing)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("could not be asked") });
});
