import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
/** Not even an admin: there is no such thing. */
const NOBODY = "s-------";
const BAD = "s------b";
const nobody = "00000000-0000-7000-8000-000000000000";
const reason = "Seen on the account";

/** Who tends orders: admins; to everybody else, its buyer and those who teach among them, these pages are not there. */
export function orderAdminRows({ orderNumber }: Scene): Row[] {
  const order = {
    file: "routes/admin/order.tsx",
    path: `/admin/orders/${orderNumber}`,
    params: { order: `${orderNumber}` },
  };
  const act = (intent: string, gets: string, form: Record<string, string> = {}): Row => {
    return { ...order, call: "action", what: intent, form: { intent, ...form }, gets };
  };
  const transfers = { file: "routes/admin/transfers.tsx", path: "/admin/transfers" };
  const comparisons = { file: "routes/admin/reconciliations.tsx", path: "/admin/reconciliations" };
  const comparison = { file: "routes/admin/reconciliation.tsx", path: `/admin/reconciliations/${nobody}` };
  return [
    { file: "routes/admin/orders.tsx", call: "loader", path: "/admin/orders?q=Amina&state=open", gets: ADMIN },
    { file: "routes/admin/orders-csv.ts", call: "loader", path: "/admin/orders.csv", gets: ADMIN },
    { ...order, call: "loader", gets: ADMIN },
    { ...order, call: "loader", what: "that never was", params: { order: "2147483647" }, gets: NOBODY },
    { ...order, call: "loader", what: "of no number", params: { order: "9999999999" }, gets: NOBODY },
    { ...order, call: "action", what: "unknown intent", form: {}, gets: NOBODY },
    act("refund", BAD),
    act("record", BAD),
    act("cancel", BAD),
    act("confirm", NOBODY, { refund: nobody, reason }),
    act("retry", NOBODY, { refund: nobody, way: "hand", reason }),
    act("decide", NOBODY, { transfer: nobody, decision: "approve", reason }),
    // It is one that is paid by a transfer: its time is not over, and nothing changes.
    act("ask", "s------m"),
    { ...transfers, call: "loader", gets: ADMIN },
    { ...transfers, call: "action", what: "nothing", form: {}, gets: NOBODY },
    {
      ...transfers,
      call: "action",
      what: "one that never was",
      form: { transfer: nobody, decision: "reject", reason },
      gets: NOBODY,
    },
    { file: "routes/admin/disputes.tsx", call: "loader", path: "/admin/disputes", gets: ADMIN },
    { ...comparisons, call: "loader", gets: ADMIN },
    { ...comparisons, call: "action", what: "of all times", form: { days: "99999" }, gets: BAD },
    { ...comparisons, call: "action", what: "begin", form: { days: "7" }, gets: "s------m" },
    { ...comparison, call: "loader", what: "that never was", params: { reconciliation: nobody }, gets: NOBODY },
  ];
}
