import type pg from "pg";
import type { LoadRequest } from "./load.ts";
import { type Admin, findAdmins } from "./seed-oversight.ts";
import { person, type Step } from "./steps.ts";

/** What an admin waits for at most, and how many queries her pages may make. */
const BUDGET = { p95: 300 };
const QUERIES = 16;

/** Asked by one admin after another: nobody has so many that they would ask all at once. */
const step = (name: string, requests: LoadRequest[]): Step => ({
  name,
  budget: BUDGET,
  queries: QUERIES,
  connections: 1,
  requestsOf: () => requests,
});

function overviewRequests(admins: Admin[]): LoadRequest[] {
  // Each in a time zone of her own, and for a while that no other asked of.
  return [90, 30, 7].flatMap((days) => admins.map(({ token }) => person(token, `/en/admin?days=${days}`)));
}

const of = ({ token }: Admin, path: string) => person(token, path);

/** What the load bench asks as an admin. */
export async function makeAdminSteps(connections: pg.Pool): Promise<Step[]> {
  const admins = await findAdmins(connections);
  const [first] = admins;
  if (!first) throw new Error("There are no admins: seed them");
  const numbers = Array.from({ length: 500 }, (_, index) => 1 + ((index * 37) % 10_000));
  const each = (path: (n: number) => string) => numbers.map((n) => of(first, path(n)));
  return [
    step("admin: overview, not remembered", overviewRequests(admins)),
    step("admin: overview", [of(first, "/en/admin")]),
    step("admin: people", [of(first, "/en/admin/people")]),
    step(
      "admin: people, searched",
      each((n) => `/en/admin/people?q=${n % 2 ? `Learner%20${n}` : `learner-${n}%40example.org`}`),
    ),
    step("admin: people, searched by what all have", [of(first, "/en/admin/people?q=learner")]),
    step("admin: log", [of(first, "/en/admin/audit")]),
    step(
      "admin: log, searched",
      each((n) => `/en/admin/audit?q=${n % 2 ? `Learner%20${n}` : `reason%20${n}`}`),
    ),
    step("admin: log, of one act", [of(first, "/en/admin/audit?action=course.publish")]),
    step("admin: orders", [of(first, "/en/admin/orders")]),
    step(
      "admin: orders, searched",
      each((n) => `/en/admin/orders?q=Learner%20${n}`),
    ),
  ];
}
