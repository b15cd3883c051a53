import { expect, test } from "vitest";
import { pageRequest } from "#tests/factories/page-request.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { loader } from "./web-manifest.ts";

const database = openTestDatabase();

test("a device keeps the academy under the name and the icons that it has", async () => {
  const { args } = pageRequest({ db: database.db, path: "/manifest.webmanifest" });
  const answer = await loader({ ...args, pattern: "/manifest.webmanifest" });
  expect(answer.headers.get("Content-Type")).toContain("application/json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: "مَقدِس · Maqdis", short_name: "مَقدِس", start_url: "/learn" });
  expect(manifest.icons).toHaveLength(4);
});

test("an academy with a name and colours of its own is kept under those", async () => {
  const { args, web } = pageRequest({ db: database.db, path: "/manifest.webmanifest" });
  web.site = {
    ...web.site,
    siteNames: { ar: "دار الحكمة", en: "Dar al-Hikma" },
    accents: { light: "#1f4d2b", dark: "#9fd3a5" },
  };
  const manifest = await (await loader({ ...args, pattern: "/manifest.webmanifest" })).json();
  expect(manifest).toMatchObject({
    name: "دار الحكمة · Dar al-Hikma",
    short_name: "دار الحكمة",
    theme_color: "#1f4d2b",
  });
});
