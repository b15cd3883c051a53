import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
const nobody = "00000000-0000-7000-8000-000000000000";

/** What was done is read by admins; for everybody else, also for who did it or whom it concerns, it is not there. */
export function oversightRows({ auditEntryId }: Scene): Row[] {
  const page = (file: string, path: string, rest: Partial<Row> = {}): Row => ({
    ...{ file: `routes/admin/${file}`, call: "loader", path, gets: ADMIN },
    ...rest,
  });
  const entry = (id: string, rest?: Partial<Row>) =>
    page("audit-entry.tsx", `/admin/audit/${id}`, { params: { entry: id }, ...rest });
  return [
    page("audit.tsx", "/admin/audit"),
    page("audit.tsx", `/admin/audit?person=${nobody}&q=x&type=order`, { what: "filtered" }),
    page("audit-csv.ts", "/admin/audit.csv"),
    page("audit-lines.ts", "/admin/audit.jsonl"),
    entry(auditEntryId),
    entry(nobody, { what: "that nobody wrote", gets: "s-------" }),
    entry("1", { what: "mistyped", gets: "s-------" }),
  ];
}
