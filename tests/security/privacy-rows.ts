import type { Row } from "./row.ts";

/** One's own data is there for whoever signed in; the archive is hers who asked for it; what is kept is for admins. */
export function privacyRows(): Row[] {
  const page = { file: "routes/account/data.tsx", path: "/account/data" } as const;
  const room = { file: "routes/admin/privacy.tsx", path: "/admin/privacy" } as const;
  const nothing = "00000000-0000-7000-8000-000000000000";
  const wrong = { intent: "delete", certificates: "keep", currentPassword: "" };
  return [
    { ...page, call: "loader", gets: "sooooooo" },
    { ...page, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...page, call: "action", what: "all data", form: { intent: "export" }, gets: "smmmmmmm" },
    {
      ...page,
      call: "action",
      what: "delete without having understood what that means",
      form: wrong,
      gets: "sbbbbbbb",
    },
    {
      ...{ file: "routes/account/data-archive.ts", call: "loader", what: "that nobody asked for" },
      ...{ path: `/account/data/${nothing}/archive.zip`, params: { export: nothing }, gets: "s-------" },
    },
    { ...room, call: "loader", gets: "s------o" },
    { ...room, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...room, call: "action", what: "run", form: { intent: "run" }, gets: "s------m" },
  ];
}
