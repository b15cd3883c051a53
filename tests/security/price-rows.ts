import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
const NEVER = "s-------";
const MISTAKEN = "s------b";
const nobody = "00000000-0000-7000-8000-000000000000";

/** Who says what things cost: admins, and nobody else knows that these pages are there. */
export function priceRows({ course, programme }: Scene): Row[] {
  const things = (["courses", "programmes"] as const).map((kind) => {
    const slug = kind === "courses" ? course : programme;
    return { kind, slug, path: `/admin/prices/${kind}/${slug}` };
  });
  const group = (id: string) => ({
    file: "routes/admin/country-group.tsx",
    path: `/admin/country-groups/${id}`,
    params: { group: id },
  });
  const coupon = (id: string) => ({
    file: "routes/admin/coupon.tsx",
    path: `/admin/coupons/${id}`,
    params: { coupon: id },
  });
  const currencies = { file: "routes/admin/currencies.tsx", path: "/admin/currencies" };
  return [
    { file: "routes/admin/prices.tsx", call: "loader", path: "/admin/prices", gets: ADMIN },
    ...things.flatMap(({ kind, slug, path }): Row[] => {
      const thing = { file: "routes/admin/thing-prices.tsx", path, params: { kind, slug } };
      const price = (id: string) => ({
        file: "routes/admin/price.tsx",
        path: `${path}/${id}`,
        params: { kind, slug, price: id },
      });
      return [
        { ...thing, call: "loader", what: kind, gets: ADMIN },
        { ...thing, call: "action", what: `${kind}, end nothing`, form: {}, gets: NEVER },
        { ...thing, call: "action", what: `${kind}, end what is not there`, form: { price: nobody }, gets: NEVER },
        { ...price("new"), call: "loader", what: kind, gets: ADMIN },
        {
          ...price("new"),
          call: "action",
          what: `${kind}, without an amount`,
          form: { currency: "USD" },
          gets: MISTAKEN,
        },
        { ...price(nobody), call: "loader", what: `${kind}, that never was`, gets: NEVER },
      ];
    }),
    {
      file: "routes/admin/thing-prices.tsx",
      call: "loader",
      what: "of nothing",
      path: "/admin/prices/courses/nothing",
      params: { kind: "courses", slug: "nothing" },
      gets: NEVER,
    },
    { file: "routes/admin/country-groups.tsx", call: "loader", path: "/admin/country-groups", gets: ADMIN },
    { ...group("new"), call: "loader", gets: ADMIN },
    {
      ...group("new"),
      call: "action",
      what: "of no country",
      form: { intent: "save", name: "Nowhere" },
      gets: MISTAKEN,
    },
    { ...group(nobody), call: "loader", what: "that never was", gets: NEVER },
    { ...group(nobody), call: "action", what: "remove", form: { intent: "remove" }, gets: NEVER },
    { file: "routes/admin/coupons.tsx", call: "loader", path: "/admin/coupons", gets: ADMIN },
    { ...coupon("new"), call: "loader", gets: ADMIN },
    {
      ...coupon("new"),
      call: "action",
      what: "that takes nothing off",
      form: { intent: "save", kind: "percent" },
      gets: MISTAKEN,
    },
    {
      ...coupon("new"),
      call: "action",
      what: "switch on before it is there",
      form: { intent: "switch-on" },
      gets: NEVER,
    },
    { ...coupon(nobody), call: "loader", what: "that never was", gets: NEVER },
    { ...coupon(nobody), call: "action", what: "switch off", form: { intent: "switch-off" }, gets: NEVER },
    { ...currencies, call: "loader", gets: ADMIN },
    { ...currencies, call: "action", what: "none", form: {}, gets: MISTAKEN },
  ];
}
