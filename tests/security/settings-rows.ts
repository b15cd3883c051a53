import type { Row } from "./row.ts";

const EVERYBODY = "oooooooo";
const HIDDEN = "--------";

/** How the site looks, which everybody may fetch, and what admins say of it. */
export function settingsRows(): Row[] {
  const theme = (file: string) => ({
    file: "routes/resources/theme.ts",
    path: `/resources/theme/${file}`,
    params: { file },
  });
  const unknown = "0".repeat(64);
  const logo = { file: "routes/resources/logo.ts", path: `/resources/logo/${unknown}`, params: { sha256: unknown } };
  return [
    { ...theme("1.5b1a8f.d9b3ff.css"), call: "loader", gets: EVERYBODY },
    { ...theme("1.red.d9b3ff.css"), call: "loader", what: "of no colour", gets: HIDDEN },
    { ...logo, call: "loader", what: "that never was", gets: HIDDEN },
    ...adminRooms(),
    ...policyRows(),
  ];
}

const ADMIN = "s------o";
const MISTAKEN = "s------b";
const NEVER = "s-------";

function adminRooms(): Row[] {
  const room = (name: string) => ({ file: `routes/admin/${name}-settings.tsx` });
  const academy = { ...room("academy"), path: "/admin/settings/academy" };
  const colours = { ...room("colour"), path: "/admin/settings/colours" };
  const languages = { ...room("language"), path: "/admin/settings/languages" };
  return [
    { ...academy, call: "loader", gets: ADMIN },
    { ...academy, call: "action", what: "a logo without a picture", form: { intent: "logo" }, gets: MISTAKEN },
    { ...colours, call: "loader", gets: ADMIN },
    { ...colours, call: "action", what: "no colours", form: { light: "red" }, gets: MISTAKEN },
    { ...languages, call: "loader", gets: ADMIN },
    { ...languages, call: "action", what: "a zone that is none", form: { timeZone: "Nowhere" }, gets: MISTAKEN },
  ];
}

function policyRows(): Row[] {
  const page = (file: string, path: string, params: Row["params"] = {}) => ({ file: `routes/${file}`, path, params });
  const policies = page("admin/policies.tsx", "/admin/policies");
  const unknown = { policy: "nowhere" };
  const policy = page("admin/policy.tsx", "/admin/policies/nowhere", unknown);
  const publish = page("admin/publish-policy.tsx", "/admin/policies/nowhere/publish", unknown);
  const mine = page("account/agreements.tsx", "/account/agreements");
  return [
    { ...page("public/policies.tsx", "/policies"), call: "loader", gets: EVERYBODY },
    { ...page("public/policy.tsx", "/policies/nowhere", unknown), call: "loader", gets: HIDDEN },
    {
      ...page("public/policy-version.tsx", "/policies/nowhere/versions/1", { ...unknown, version: "1" }),
      ...{ call: "loader", gets: HIDDEN },
    },
    { ...policies, call: "loader", gets: ADMIN },
    { ...policies, call: "action", what: "without a title", form: { slug: "Not A Slug" }, gets: MISTAKEN },
    { ...policy, call: "loader", gets: NEVER },
    { ...policy, call: "action", form: { intent: "remove" }, gets: NEVER },
    { ...publish, call: "loader", gets: NEVER },
    { ...publish, call: "action", form: { revision: "1" }, gets: NEVER },
    { ...mine, call: "loader", gets: "sooooooo" },
    { ...mine, call: "action", form: {}, gets: "smmmmmmm" },
  ];
}
