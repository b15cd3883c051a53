import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { env } from "#app/platform/env/env.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { sendMail } from "#app/platform/mail/add-mail.server.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { writeMetrics } from "./gather-processes.server.ts";
import { beginRequest, countCacheRead, countJob } from "./measures.server.ts";
import { mayReadMetrics } from "./metrics-access.server.ts";
import { watchDatabase } from "./watch-database.server.ts";

const database = openTestDatabase();
const read = async () => (await writeMetrics()).text;
/** The value of a measure with these labels, as the text has it. */
const measured = (text: string, measure: string) =>
  text
    .split("\n")
    .find((line) => line.startsWith(`${measure} `))
    ?.split(" ")[1];

afterEach(() => {
  env.METRICS_TOKEN = undefined;
});

test("a request is measured by method, route and status, and as cut where its answer did not reach its reader", async () => {
  const request = { method: "GET", route: "/courses/:course", status: 200, seconds: 0.03, sent: true };
  const ends = [beginRequest(), beginRequest(), beginRequest()];
  expect(measured(await read(), "maqdis_http_requests_underway")).toBe("3");
  ends[0]?.(request);
  ends[1]?.({ ...request, sent: false });
  ends[2]?.({ ...request, status: 500 });
  const text = await read();
  expect(measured(text, "maqdis_http_requests_underway")).toBe("0");
  const count = (status: string) =>
    measured(
      text,
      `maqdis_http_request_duration_seconds_count{method="GET",route="/courses/:course",status="${status}"}`,
    );
  expect([count("200"), count("cut"), count("500")]).toEqual(["1", "1", "1"]);
  const within = (le: string) =>
    `maqdis_http_request_duration_seconds_bucket{le="${le}",method="GET",route="/courses/:course",status="200"}`;
  expect([measured(text, within("0.025")), measured(text, within("0.05"))]).toEqual(["0", "1"]);
});

test("jobs and looks into memories are counted by how they ended", async () => {
  countJob({ kind: "send-mail", failed: false, seconds: 0.2 });
  countJob({ kind: "send-mail", failed: true, seconds: 0.2 });
  countCacheRead("guest-pages", true);
  const text = await read();
  expect(measured(text, 'maqdis_job_duration_seconds_count{kind="send-mail",outcome="done"}')).toBe("1");
  expect(measured(text, 'maqdis_job_duration_seconds_count{kind="send-mail",outcome="failed"}')).toBe("1");
  expect(measured(text, 'maqdis_cache_reads_total{cache="guest-pages",found="yes"}')).toBe("1");
});

test("the queue, the pool and what was written are read from the database", async () => {
  watchDatabase(database.connections);
  await createPerson(database.db);
  await addJob(database.db, sendMail, { mail: "welcome", to: "a@b.example", locale: "ar", values: {} });
  // PostgreSQL tells of what a connection wrote a little later.
  await expect
    .poll(async () => Number(measured(await read(), 'maqdis_academy_events_total{event="sign-up"}')), {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  watchDatabase(database.connections);
  const text = await read();
  expect(measured(text, "maqdis_db_up")).toBe("1");
  expect(measured(text, 'maqdis_jobs{state="ready"}')).toBe("1");
  expect(Number(measured(text, 'maqdis_db_connections{state="idle"}'))).toBeGreaterThan(0);
});

test("measures are read while the database is away, and say so", async () => {
  const away = new pg.Pool({ host: "127.0.0.1", port: 1, connectionTimeoutMillis: 500 });
  watchDatabase(away);
  const text = await read();
  expect(measured(text, "maqdis_db_up")).toBe("0");
  expect(text).not.toContain("maqdis_jobs{");
  expect(text).not.toContain("maqdis_academy_events_total{");
  await away.end();
});

test("who has no token and is no admin may not read them, and an empty or wrong token opens nothing", () => {
  const may = (authorization: string | null) => mayReadMetrics({ actor: null, authorization });
  expect([may(null), may("Bearer undefined"), may("Bearer ")]).toEqual([false, false, false]);
  env.METRICS_TOKEN = "a-token-of-the-scraper";
  expect([may(null), may("Bearer a-token-of-the-scrapeR"), may("Bearer a-token-of-the-scraper")]).toEqual([
    false,
    false,
    true,
  ]);
});
