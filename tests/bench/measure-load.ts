import { setTimeout as sleep } from "node:timers/promises";
import type { Academy } from "./academy.ts";
import { ask, type LoadFigures, load } from "./load.ts";
import { cpuSeconds, memoryMegabytes } from "./processes.ts";
import { type Budget, guest, type Step } from "./steps.ts";

const WARM_UP_SECONDS = 3;

export type StepFigures = LoadFigures & {
  name: string;
  budget: Budget;
  met: boolean;
  /** Cores kept busy meanwhile. */
  cpu: { server: number; postgres: number; bench: number };
  memoryPeak: number;
  /** For writes: how many were acknowledged, and how many of those are in the database. */
  kept?: { acknowledged: number; found: number };
};

function isMet(figures: LoadFigures, { requestsPerSecond = 0, p95 = Number.POSITIVE_INFINITY }: Budget): boolean {
  return figures.errors === 0 && figures.requestsPerSecond >= requestsPerSecond && figures.p95 <= p95;
}

/** The most megabytes that a process and its children hold until something is over. */
export async function watchMemory(pid: number, until: Promise<unknown>): Promise<number> {
  let peak = memoryMegabytes(pid);
  let running = true;
  const ended = until.finally(() => {
    running = false;
  });
  while (running) {
    await Promise.race([sleep(1_000), ended.catch(() => undefined)]);
    peak = Math.max(peak, memoryMegabytes(pid));
  }
  return peak;
}

/** Runs one step after a warm-up, and says what it cost. */
export async function measureStep(
  step: Step,
  options: { academy: Academy; postgresPid: number; seconds: number },
): Promise<StepFigures> {
  const { academy, postgresPid, seconds } = options;
  const { origin, pid } = academy;
  for (const path of step.remembered ?? []) await ask(origin, guest(path));
  const { requestsOf, connections } = step;
  await load({ origin, seconds: WARM_UP_SECONDS, connections, requestsOf });
  const clock = () => ({
    server: cpuSeconds(pid),
    postgres: cpuSeconds(postgresPid),
    bench: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  });
  const before = clock();
  const running = load({ origin, seconds, connections, requestsOf });
  const memoryPeak = await watchMemory(pid, running);
  const figures = await running;
  const after = clock();
  const busy = (part: keyof typeof before) => Math.round(((after[part] - before[part]) / seconds) * 100) / 100;
  return {
    name: step.name,
    budget: step.budget,
    ...figures,
    met: isMet(figures, step.budget),
    cpu: { server: busy("server"), postgres: busy("postgres"), bench: busy("bench") },
    memoryPeak,
    ...(step.countKept && { kept: await step.countKept() }),
  };
}
