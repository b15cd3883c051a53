import { reportParts } from "#app/features/report/report-parts.ts";
import type { Row } from "./row.ts";
import { roles, type Scene } from "./scene.ts";

/** All who teach the course, assistants too, and admins. */
const TEACHERS = "s---oo-o";

/** What learners do in a course, in figures; as pages, and as tables for spreadsheets. */
export function reportRows({ course, cohortId }: Scene): Row[] {
  const params = { course };
  const file = { file: "routes/teach/report-csv.ts", call: "loader" } as const;
  const csv = (part: string) => ({ path: `/teach/${course}/reports/${part}.csv`, params: { course, part } });
  const room = { file: "routes/teach/reports.tsx", call: "loader", params } as const;
  const address = `/teach/${course}/reports`;
  return [
    { ...room, path: address, gets: TEACHERS },
    { ...room, what: "of a cohort", path: `${address}?cohort=${cohortId}&from=2026-01-01&until=`, gets: TEACHERS },
    { ...room, what: "of days that are none", path: `${address}?from=x&until=2026-02-31`, gets: TEACHERS },
    ...(["another course's cohort", "no cohort"] as const).map((what): Row => {
      const cohort = what === "no cohort" ? "x" : "0192d3a0-0000-7000-8000-000000000000";
      return { ...room, what, path: `${address}?cohort=${cohort}`, gets: `s${"-".repeat(roles.length - 1)}` };
    }),
    ...reportParts
      .filter((part) => part !== "enrolments")
      .map(
        (part): Row => ({
          ...{ file: `routes/teach/report-${part}.tsx`, call: "loader", params },
          ...{ path: `${address}/${part}`, gets: TEACHERS },
        }),
      ),
    ...reportParts.map((part): Row => ({ ...file, what: part, ...csv(part), gets: TEACHERS })),
    { ...file, what: "that there is not", ...csv("secrets"), gets: `s${"-".repeat(roles.length - 1)}` },
  ];
}
