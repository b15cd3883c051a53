import { Counter, Gauge, Histogram } from "prom-client";
import { registry } from "./registry.server.ts";

const registers = [registry];

const requests = new Histogram({
  name: "maqdis_http_request_duration_seconds",
  help: "How long requests took until their answer was sent, by route as routes.ts has it.",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});
const underway = new Gauge({
  name: "maqdis_http_requests_underway",
  help: "Requests that were not answered yet.",
  registers,
});

/** What became of a request that ended before its answer was sent whole. */
const CUT = "cut";

/** Counts a request as begun. Call what it answers with the outcome, once. */
export function beginRequest(): (ended: {
  method: string;
  route: string;
  status: number;
  seconds: number;
  sent: boolean;
}) => void {
  underway.inc();
  return ({ method, route, status, seconds, sent }) => {
    underway.dec();
    requests.observe({ method, route, status: sent ? status : CUT }, seconds);
  };
}

const cacheReads = new Counter({
  name: "maqdis_cache_reads_total",
  help: "What was looked for in a memory of this process, and whether it was there.",
  labelNames: ["cache", "found"],
  registers,
});

/** Counts a look into a memory of this process. */
export function countCacheRead(cache: "guest-pages" | "sessions", found: boolean): void {
  cacheReads.inc({ cache, found: found ? "yes" : "no" });
}

const jobs = new Histogram({
  name: "maqdis_job_duration_seconds",
  help: "How long jobs took, by kind and by how they ended.",
  labelNames: ["kind", "outcome"],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1_800],
  registers,
});

/** Counts a job that ended after so many seconds; a failed one may be tried again. */
export function countJob({ kind, failed, seconds }: { kind: string; failed: boolean; seconds: number }): void {
  jobs.observe({ kind, outcome: failed ? "failed" : "done" }, seconds);
}
