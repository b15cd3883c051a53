import type { Row } from "./row.ts";

const NOBODY = "s-------";

/** Whose papers somebody may have is proven where they are found: these are orders that nobody has. */
export function documentRows(): Row[] {
  const paper = (file: string, path: string, gets: string, note?: string): Row => ({
    ...{ file: `routes/${file}`, call: "loader", path, what: "of nobody", gets },
    params: { order: "2147483647", ...(note ? { note } : {}) },
  });
  const billing = { file: "routes/account/billing.tsx", path: "/account/billing" };
  const payee = { file: "routes/admin/payee.tsx", path: "/admin/settings/payee" };
  const note = "CN-2026-000001";
  return [
    paper("account/invoice.ts", "/account/orders/2147483647/invoice.pdf", NOBODY),
    paper("account/credit-note.ts", `/account/orders/2147483647/credit-notes/${note}.pdf`, NOBODY, note),
    paper("admin/invoice.ts", "/admin/orders/2147483647/invoice.pdf", NOBODY),
    paper("admin/credit-note.ts", `/admin/orders/2147483647/credit-notes/${note}.pdf`, NOBODY, note),
    { ...billing, call: "loader", gets: "sooooooo" },
    { ...billing, call: "action", what: "unknown intent", form: {}, gets: NOBODY },
    { ...billing, call: "action", what: "to nobody", form: { intent: "save", name: " " }, gets: "sbbbbbbb" },
    { file: "routes/admin/revenue.tsx", call: "loader", path: "/admin/revenue?period=strange", gets: "s------o" },
    { file: "routes/admin/revenue-csv.ts", call: "loader", path: "/admin/revenue.csv", gets: "s------o" },
    { ...payee, call: "loader", gets: "s------o" },
    { ...payee, call: "action", form: { taxNumber: "1".repeat(61) }, gets: "s------b" },
  ];
}
