import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { STRIPE_KEY, STRIPE_SECRET } from "#tests/fakes/stripe.ts";
import { startStripeStandIn } from "./stripe-stand-in.ts";

const READY_WITHIN_MS = 180_000;

/** A port that nobody listens on now: several checkouts may be tested on one machine at once. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}

async function isReady(origin: string): Promise<boolean> {
  const health = await fetch(`${origin}/health`).catch(() => undefined);
  return health?.ok === true;
}

type Opened = { academy: ChildProcess; printed: string };

/** Starts the academy, and waits until it answers at its address. */
async function openAcademy(origin: string, settings: Record<string, string>): Promise<Opened> {
  const academy = spawn(process.execPath, ["bin/start.ts"], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  academy.stdout?.on("data", (chunk) => {
    printed += String(chunk);
  });
  const begun = Date.now();
  while (!printed.includes(origin) || !(await isReady(origin))) {
    if (academy.exitCode !== null) throw new Error(`The academy ended with ${academy.exitCode}:\n${printed}`);
    if (Date.now() - begun > READY_WITHIN_MS) throw new Error(`The academy did not open:\n${printed}`);
    await sleep(300);
  }
  return { academy, printed };
}

/**
 * Starts the product as `npm start` does, with a data folder of its own, and stops it when the run is over.
 * Hands to the tests: ACADEMY_ORIGIN, where it answers, ACADEMY_PRINTED, what it printed at its start,
 * ACADEMY_FOLDER, where its data lie, and STRIPE_STAND_IN, where the Stripe is that it knows.
 */
export default async function startAcademy() {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const folder = join(tmpdir(), `maqdis-e2e-${process.pid}`);
  const stripe = await startStripeStandIn({ academy: origin });
  // Each journey comes from an address of its own, so that no other one uses up its tries.
  const { academy, printed } = await openAcademy(origin, {
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
    TRUST_PROXY: "1",
    STRIPE_SECRET_KEY: STRIPE_KEY,
    STRIPE_WEBHOOK_SECRET: STRIPE_SECRET,
    STRIPE_API_BASE: stripe.origin,
  }).catch(async (error: unknown) => {
    await stripe.stop();
    throw error;
  });
  process.env.ACADEMY_ORIGIN = origin;
  process.env.ACADEMY_PRINTED = printed;
  process.env.ACADEMY_FOLDER = folder;
  process.env.STRIPE_STAND_IN = stripe.origin;
  return async () => {
    const ended = new Promise((resolve) => academy.once("exit", resolve));
    academy.kill("SIGTERM");
    await ended;
    await stripe.stop();
    await rm(folder, { recursive: true, force: true });
    if (stripe.problems.length > 0) throw new Error(`Against Stripe's contract:\n${stripe.problems.join("\n")}`);
  };
}
