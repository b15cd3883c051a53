import { setTimeout as sleep } from "node:timers/promises";
import type { Academy } from "./academy.ts";
import { cpuSeconds, memoryMegabytes } from "./processes.ts";

const SAMPLE_MS = 5_000;

/** Megabytes that each holds, and cores that each kept busy since the sample before. */
export type Sample = {
  second: number;
  memory: { server: number; postgres: number };
  /** What the server's own objects take of its memory, those that nobody needs and were not yet collected among them. */
  heap: number;
  cores: { server: number; postgres: number; bench: number };
};

type Sampled = { academy: Academy; postgresPid: number };

const round = (value: number) => Math.round(value * 100) / 100;

/** In megabytes, of all processes that answer together; NaN where they do not. */
async function heapOf({ origin, metricsToken }: Academy): Promise<number> {
  const answer = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const [, bytes] = /^nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)$/m.exec(await answer.text()) ?? [];
  return Math.round(Number(bytes) / 2 ** 20);
}

/** Samples the server, PostgreSQL and the program that measures every five seconds until `until`, by `performance.now()`. */
export async function sampleUntil(until: number, { academy, postgresPid }: Sampled): Promise<Sample[]> {
  const samples: Sample[] = [];
  const begun = performance.now();
  const clock = () => {
    const { user, system } = process.cpuUsage();
    const bench = (user + system) / 1e6;
    return { at: performance.now(), server: cpuSeconds(academy.pid), postgres: cpuSeconds(postgresPid), bench };
  };
  let before = clock();
  while (performance.now() < until) {
    await sleep(Math.min(SAMPLE_MS, until - performance.now()));
    const now = clock();
    const cores = (part: keyof typeof before) => round((now[part] - before[part]) / ((now.at - before.at) / 1_000));
    samples.push({
      second: Math.round((now.at - begun) / 1_000),
      memory: { server: memoryMegabytes(academy.pid), postgres: memoryMegabytes(postgresPid) },
      heap: await heapOf(academy).catch(() => Number.NaN),
      cores: { server: cores("server"), postgres: cores("postgres"), bench: cores("bench") },
    });
    before = now;
  }
  return samples;
}

/** Three parts of the time, for what grows from one to the next. */
export type Thirds = {
  name: string;
  /** Means of megabytes. */
  server: number;
  postgres: number;
  /** The least of the server's heap: what is left once all was collected. */
  heapLeast: number;
  cores: Sample["cores"];
}[];

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function inThirds(samples: readonly Sample[]): Thirds {
  const length = Math.floor(samples.length / 3);
  return ["first third", "second third", "last third"].map((name, index) => {
    const part = samples.slice(index * length, (index + 1) * length);
    const cores = (of: keyof Sample["cores"]) => round(mean(part.map((sample) => sample.cores[of])));
    return {
      name,
      server: Math.round(mean(part.map(({ memory }) => memory.server))),
      postgres: Math.round(mean(part.map(({ memory }) => memory.postgres))),
      heapLeast: Math.min(...part.map(({ heap }) => heap).filter((heap) => !Number.isNaN(heap))),
      cores: { server: cores("server"), postgres: cores("postgres"), bench: cores("bench") },
    };
  });
}
