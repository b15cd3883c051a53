import type { Row } from "./row.ts";

const PUBLIC = "oooooooo";
const HIDDEN = "--------";

/** What guards the academy itself. */
export function shieldRows(): Row[] {
  const reports = { file: "routes/resources/csp-reports.ts", path: "/resources/csp-reports" };
  return [
    // Nobody is named to be told in tests.
    { file: "routes/public/security-txt.ts", call: "loader", path: "/.well-known/security.txt", gets: HIDDEN },
    { ...reports, call: "loader", gets: HIDDEN },
    { ...reports, call: "action", json: [], gets: PUBLIC },
    { ...reports, call: "action", what: "no report", json: {}, gets: "bbbbbbbb" },
  ];
}
