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
  ];
}
