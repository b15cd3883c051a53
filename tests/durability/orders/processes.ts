import { type ChildProcess, fork } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { STRIPE_KEY, STRIPE_SECRET } from "#tests/fakes/stripe.ts";
import type { Act } from "./order-acts.ts";

const toldSchema = z.object({
  id: z.number(),
  answer: z.unknown().optional(),
  refused: z.string().optional(),
  fault: z.string().optional(),
});

/** What came of an act: its answer, or that it was refused or its process killed; then nobody knows how far it came. */
export type Told = { answer: unknown; refused?: undefined } | { refused: string };

type Process = { child: ChildProcess; ready: Promise<void>; waiting: Map<number, (told: Told) => void> };

/** Processes of the academy upon one database and one Stripe, that can be killed. A fault that is no refusal is kept. */
export function startProcesses({ url, stripe, count }: { url: string; stripe: string; count: number }) {
  const faults: string[] = [];
  const env = {
    ...process.env,
    // Each of them is the same program: what the first compiled, the others take.
    NODE_COMPILE_CACHE: join(tmpdir(), "maqdis-compiled"),
    ...{ STRIPE_SECRET_KEY: STRIPE_KEY, STRIPE_WEBHOOK_SECRET: STRIPE_SECRET, STRIPE_API_BASE: stripe },
  };
  let ids = 0;

  let late = 0;

  const start = (): Process => {
    const child = fork("tests/durability/orders/order-process.ts", [url, `${late}`], {
      env,
      execArgv: ["--import", "./tests/durability/orders/with-globs.ts"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const waiting: Process["waiting"] = new Map();
    const ready = new Promise<void>((done) => waiting.set(0, () => done()));
    child.on("message", (message) => {
      const { id, answer, refused, fault } = toldSchema.parse(message);
      if (fault) faults.push(fault);
      waiting.get(id)?.(refused === undefined ? { answer: fault ? undefined : answer } : { refused });
      waiting.delete(id);
    });
    child.once("exit", (code) => {
      if (code !== null) faults.push(`A process ended by itself with ${code}`);
      for (const end of waiting.values()) end({ refused: "killed" });
    });
    return { child, ready, waiting };
  };
  let living = Array.from({ length: count }, () => start());
  const kill = ({ child }: Process) =>
    new Promise<void>((done) => {
      child.once("exit", () => done());
      if (!child.kill("SIGKILL")) done();
    });

  return {
    faults,
    ready: () => Promise.all(living.map((one) => one.ready)),
    /** Has one of them do something, as a person or as nobody. */
    ask: (which: number, personId: string | null, act: Act): Promise<Told> =>
      new Promise((done) => {
        const one = living[which % living.length];
        ids += 1;
        if (!one || one.child.exitCode !== null || !one.child.connected) return done({ refused: "killed" });
        one.waiting.set(ids, done);
        one.child.send({ id: ids, personId, act }, (error) => {
          if (error) done({ refused: "killed" });
        });
      }),
    /** Kills one without a warning, and starts another in its place. */
    killOne: async (which: number) => {
      const one = living[which % living.length];
      if (!one) return;
      const next = start();
      living = living.map((other) => (other === one ? next : other));
      await kill(one);
    },
    /** All of them live so many milliseconds later from now on. */
    goLate: (ms: number) => {
      late = ms;
      for (const { child } of living) child.send({ late });
    },
    stop: async () => void (await Promise.all(living.map(kill))),
  };
}
export type Processes = ReturnType<typeof startProcesses>;
