import { execFile } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export type SignedEvent = { body: string; headers: Headers };

/** An event as Mux sends it, signed now or at another time (`at`, in seconds), with the secret or another. */
export function muxEvent(
  { type, data, id = randomUUID() }: { type: string; data: Record<string, unknown>; id?: string },
  { secret, at = Math.floor(Date.now() / 1_000) }: { secret: string; at?: number },
): SignedEvent {
  const [, noun] = type.split(".");
  const object = { type: noun, id: data.id };
  const environment = { name: "test", id: "test" };
  const body = JSON.stringify({ type, id, created_at: new Date().toISOString(), object, environment, data });
  const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
  return {
    body,
    headers: new Headers({ "content-type": "application/json", "mux-signature": `t=${at},v1=${signature}` }),
  };
}

/** As npm carries it for this platform alone; elsewhere the one that is installed. */
const carried = resolve("node_modules/@mux/cli-linux-x64/mux");
const muxCommand = existsSync(carried) ? carried : "mux";

/** Has Mux's own command line send an event it makes up to `address`. Returns the status that was answered. */
export async function triggerByCli({
  type,
  address,
  origin,
  secret,
}: {
  type: string;
  address: string;
  /** Of what stands in for Mux: the command asks there who it is. */
  origin: string;
  secret: string;
}): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), "mux-cli-"));
  const share = join(home, ".local/share/mux");
  await mkdir(share, { recursive: true });
  // Where it keeps the secret of the environment that it is told it works in.
  await writeFile(join(share, "webhook-signing-secret-test"), secret);
  const { stdout } = await promisify(execFile)(
    muxCommand,
    ["webhooks", "trigger", type, "--forward-to", address, "--json"],
    { env: { PATH: process.env.PATH, HOME: home, MUX_TOKEN_ID: "a", MUX_TOKEN_SECRET: "b", MUX_BASE_URL: origin } },
  );
  const { status }: { status: number } = JSON.parse(stdout);
  return status;
}
