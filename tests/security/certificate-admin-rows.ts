import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
const nobody = "00000000-0000-7000-8000-000000000000";
const serial = "2222-2222-2222-2222";

/** Who tends certificates: admins, and nobody else knows that these pages are there. */
export function certificateAdminRows({ hiddenSerial }: Scene): Row[] {
  const register = { file: "routes/admin/certificates.tsx", path: "/admin/certificates" };
  const requests = { file: "routes/admin/certificate-requests.tsx", path: "/admin/certificates/requests" };
  const issue = { file: "routes/admin/issue-certificates.tsx", path: "/admin/certificates/issue" };
  const unknown = { act: "revoke", serials: serial, reason: "Never issued" };
  const record = {
    file: "routes/admin/certificate-record.tsx",
    path: `/admin/certificates/record/${hiddenSerial}`,
    params: { serial: hiddenSerial },
  };
  return [
    { ...register, call: "loader", gets: ADMIN },
    { ...register, call: "action", what: "nothing", form: {}, gets: "s-------" },
    // Of each it is told what came of it; of one that is not there, that it is not.
    { ...register, call: "action", what: "revoke", form: unknown, gets: ADMIN },
    { file: "routes/admin/certificates-csv.ts", call: "loader", path: "/admin/certificates.csv", gets: ADMIN },
    { ...requests, call: "loader", gets: ADMIN },
    {
      ...requests,
      call: "action",
      what: "refuse without a reason",
      form: { decision: "refuse", requestIds: nobody },
      gets: "s------b",
    },
    {
      ...requests,
      call: "action",
      what: "approve",
      form: { decision: "approve", requestIds: nobody, reason: "By the rule" },
      gets: ADMIN,
    },
    { ...issue, call: "loader", gets: ADMIN },
    { ...issue, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...issue, call: "action", what: "by hand, to nobody", form: { intent: "byHand" }, gets: "s------b" },
    { ...issue, call: "action", what: "to many, for no reason", form: { intent: "toMany" }, gets: "s------b" },
    {
      file: "routes/admin/certificate-batch.tsx",
      call: "loader",
      what: "that never was",
      path: `/admin/certificates/batches/${nobody}`,
      params: { batch: nobody },
      gets: "s-------",
    },
    { ...record, call: "loader", gets: ADMIN },
    {
      ...record,
      call: "loader",
      what: "written otherwise",
      params: { serial: hiddenSerial.toLowerCase() },
      gets: "s------m",
    },
    { ...record, call: "loader", what: "mistyped", params: { serial: "ABC" }, gets: "s-------" },
    { ...record, call: "action", what: "unknown act", form: {}, gets: "s-------" },
    { ...record, call: "action", what: "for no reason", form: { act: "revoke" }, gets: "s------b" },
    {
      ...record,
      call: "action",
      what: "reinstate what was never revoked",
      form: { act: "reinstate", reason: "By mistake" },
      gets: "s------m",
    },
  ];
}
