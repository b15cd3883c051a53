import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { ask } from "./load.ts";
import type { Step } from "./steps.ts";

/** A page may ask the database this often. */
export const QUERIES_PER_PAGE = 5;
/** Tables above this many rows must never be read from end to end for a page. */
const LARGE_ROWS = 1_000;
const PAGES_EACH = 12;

export type PageQueries = {
  name: string;
  /** Queries for one page, over several pages of other people and courses: the fewest and the most. */
  fewest: number;
  most: number;
  met: boolean;
  queries: { text: string; ms: number; buffers: number; indexes: string[]; readWhole: string[] }[];
};

type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Index Name"?: string | undefined;
  "Shared Hit Blocks"?: number | undefined;
  "Shared Read Blocks"?: number | undefined;
  Plans?: PlanNode[] | undefined;
};

const planSchema: z.ZodType<PlanNode> = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  "Shared Hit Blocks": z.number().optional(),
  "Shared Read Blocks": z.number().optional(),
  Plans: z.array(z.lazy(() => planSchema)).optional(),
});
const loggedSchema = z.object({ "Query Text": z.string(), Plan: planSchema });

/** What is not of the page: the job queue's own polling, and the bench itself. */
const FOREIGN = /graphile_worker|pg_notify|^listen|_prisma_migrations/i;

const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

function readLogged(text: string): PageQueries["queries"] {
  // auto_explain's JSON follows its line, each line of it behind a tab.
  const logged = text.matchAll(/duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n?)+)/g);
  return [...logged].flatMap(([, ms, json = ""]) => {
    const { "Query Text": query, Plan } = loggedSchema.parse(JSON.parse(json.replaceAll(/^\t/gm, "")));
    if (FOREIGN.test(query)) return [];
    const nodes = nodesOf(Plan);
    const named = (pick: (node: PlanNode) => string | undefined) => [...new Set(nodes.flatMap((n) => pick(n) ?? []))];
    return {
      text: query.replaceAll(/\s+/g, " ").trim(),
      ms: Number(ms),
      buffers: (Plan["Shared Hit Blocks"] ?? 0) + (Plan["Shared Read Blocks"] ?? 0),
      indexes: named((node) => node["Index Name"]),
      readWhole: named((node) => (node["Node Type"] === "Seq Scan" ? node["Relation Name"] : undefined)),
    };
  });
}

async function set(connections: pg.Pool, settings: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await connections.query(`alter system set ${name} = '${value}'`);
  }
  await connections.query("select pg_reload_conf()");
  // Backends see new settings between statements, once the signal has come.
  await sleep(500);
}

const ON = { "auto_explain.log_min_duration": "0", "auto_explain.log_analyze": "on", "auto_explain.log_buffers": "on" };

async function largeTables(connections: pg.Pool): Promise<Set<string>> {
  const { rows } = await connections.query<{ relname: string }>(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > $1",
    [LARGE_ROWS],
  );
  return new Set(rows.map(({ relname }) => relname));
}

/**
 * Asks for a dozen pages of each step, one at a time, and reads from PostgreSQL's own log which queries each made and
 * how they were carried out. A page is met when it stays within the number of queries and reads no large table whole.
 */
export async function measureQueries(
  steps: Step[],
  { origin, connections, logFile }: { origin: string; connections: pg.Pool; logFile: string },
): Promise<PageQueries[]> {
  const large = await largeTables(connections);
  await set(connections, { ...ON, "auto_explain.log_format": "json", "auto_explain.log_nested_statements": "off" });
  const found: PageQueries[] = [];
  for (const step of steps) {
    const pages: PageQueries["queries"][] = [];
    const requests = step.requestsOf(5);
    for (let page = 0; page < PAGES_EACH; page += 1) {
      const from = readFileSync(logFile).length;
      await ask(origin, requests[(page * 17) % requests.length] ?? {});
      pages.push(readLogged(readFileSync(logFile).subarray(from).toString("utf8")));
    }
    const counts = pages.map((queries) => queries.length);
    const queries = pages.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
    const most = Math.max(...counts);
    const readWhole = pages.flat().flatMap((query) => query.readWhole);
    const met = most <= (step.queries ?? QUERIES_PER_PAGE) && !readWhole.some((name) => large.has(name));
    found.push({ name: step.name, fewest: Math.min(...counts), most, met, queries });
  }
  await set(connections, { "auto_explain.log_min_duration": "-1" });
  return found;
}
