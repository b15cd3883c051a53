import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { ADD_BEATS, beatValues } from "#app/features/lecture/watching/add-beats.server.ts";
import { readSitting } from "#app/features/lecture/watching/sitting.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { beatRequest } from "#tests/factories/player-request.ts";
import type { Academy } from "./academy.ts";
import { percentile } from "./load.ts";
import { cpuSeconds } from "./processes.ts";
import { countBeats, openSittings, type Watcher } from "./seed-sittings.ts";

const LEARNERS = 5_000;
/** How often each of them tells, in milliseconds. */
const EVERY_MS = 15_000;
const P95_MS = 100;

export type LectureFigures = {
  learners: number;
  seconds: number;
  sent: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
  cpu: { server: number; postgres: number; bench: number };
  kept: { acknowledged: number; found: number };
  /** Whether a beat is an upsert of one row by its primary key, and all that it reads is found by an index. */
  singleRowUpsert: boolean;
  met: boolean;
};

type Node = {
  "Node Type": string;
  "Plan Rows": number;
  "Relation Name"?: string | undefined;
  "Conflict Arbiter Indexes"?: string[] | undefined;
  Plans?: Node[] | undefined;
};
const nodeSchema: z.ZodType<Node> = z.object({
  "Node Type": z.string(),
  "Plan Rows": z.number(),
  "Relation Name": z.string().optional(),
  "Conflict Arbiter Indexes": z.array(z.string()).optional(),
  Plans: z.array(z.lazy(() => nodeSchema)).optional(),
});
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function isSingleRowUpsert(connections: pg.Pool, watcher: Watcher | undefined): Promise<boolean> {
  const sitting = watcher && (await readSitting({ clock: systemClock }, watcher.sitting));
  if (!sitting) throw new Error("Nobody watches: seed more");
  const input = { sitting: watcher.sitting, beats: [{ from: 0, to: 15, start: 0, end: 15_000 }] };
  const { values } = beatValues({ now: Date.now(), sitting, input });
  const { rows } = await connections.query(`EXPLAIN (FORMAT JSON) ${ADD_BEATS}`, values);
  const [{ Plan }] = z.tuple([z.object({ Plan: nodeSchema })]).parse(rows[0]["QUERY PLAN"]);
  const read = nodesOf(Plan).slice(1);
  const byKey = Plan["Conflict Arbiter Indexes"]?.join() === "Watching_pkey";
  const scans = read.filter((node) => node["Relation Name"] !== undefined);
  return (
    byKey && read.every((node) => node["Plan Rows"] <= 1) && scans.every((node) => /^Index/.test(node["Node Type"]))
  );
}

/** Sends one beat; the milliseconds from when it was due until the answer was here, or undefined where it failed. */
function sendBeat({ due, agent, ...sent }: Parameters<typeof beatRequest>[0] & { due: number; agent: Agent }) {
  const { method, path, headers, body } = beatRequest(sent);
  return new Promise<number | undefined>((resolve) => {
    const outgoing = request(`${sent.origin}${path}`, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode === 200 ? performance.now() - due : undefined));
      answer.on("error", () => resolve(undefined));
    });
    outgoing.on("error", () => resolve(undefined));
    outgoing.end(body);
  });
}

/** Lets all watch, each beginning at another moment of the first fifteen seconds; a late answer delays no other beat. */
async function watchAll(watchers: readonly Watcher[], { origin, seconds }: { origin: string; seconds: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const begun = performance.now();
  const answers: Promise<number | undefined>[] = [];
  const total = Math.floor((seconds * 1_000 * watchers.length) / EVERY_MS);
  for (let next = 0; next < total; ) {
    const due = begun + (next * EVERY_MS) / watchers.length;
    const early = due - performance.now();
    if (early > 1) {
      await sleep(early);
      continue;
    }
    const watcher = watchers[next % watchers.length];
    if (!watcher) break;
    answers.push(sendBeat({ origin, ...watcher, count: Math.floor(next / watchers.length), due, agent }));
    next += 1;
  }
  const times = (await Promise.all(answers)).filter((time) => time !== undefined).sort((a, b) => a - b);
  agent.destroy();
  return { sent: answers.length, times };
}

/** Five thousand learners who watch lectures at once, each telling every fifteen seconds what was played. */
export async function measureLectures(options: {
  academy: Academy;
  postgresPid: number;
  connections: pg.Pool;
  seconds: number;
}): Promise<LectureFigures> {
  const { academy, postgresPid, connections, seconds } = options;
  const watchers = await openSittings(connections, { limit: LEARNERS, turn: 1 });
  const clock = () => {
    const { user, system } = process.cpuUsage();
    return { server: cpuSeconds(academy.pid), postgres: cpuSeconds(postgresPid), bench: (user + system) / 1e6 };
  };
  const before = clock();
  const { sent, times } = await watchAll(watchers, { origin: academy.origin, seconds });
  const after = clock();
  const busy = (part: keyof typeof before) => Math.round(((after[part] - before[part]) / seconds) * 100) / 100;
  const errors = sent - times.length;
  const [p50, p95, p99] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)];
  const kept = { acknowledged: times.length, found: await countBeats(connections, watchers) };
  const singleRowUpsert = await isSingleRowUpsert(connections, watchers[0]);
  return {
    ...{ learners: watchers.length, seconds, sent, perSecond: Math.round(sent / seconds), p50, p95, p99, errors },
    cpu: { server: busy("server"), postgres: busy("postgres"), bench: busy("bench") },
    kept,
    singleRowUpsert,
    met: errors === 0 && p95 < P95_MS && kept.found >= kept.acknowledged && singleRowUpsert,
  };
}
