import { expect, test } from "vitest";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findAcademyName } from "./find-academy-name.server.ts";
import { readerZone } from "./reader-zone.server.ts";

const database = openTestDatabase();

test("who chose no zone reads by the academy's clocks, in a transaction too, and who chose one by her own", async () => {
  const { db } = database;
  expect(await readerZone(new Proxy(db, {}), { timeZone: null })).toBe("UTC");
  await db.setting.create({ data: { key: "timeZone", value: "Asia/Jerusalem" } });
  expect(await readerZone(new Proxy(db, {}), { timeZone: null })).toBe("Asia/Jerusalem");
  expect(await db.$transaction((tx) => readerZone(tx, { timeZone: null }))).toBe("Asia/Jerusalem");
  expect(await readerZone(db, { timeZone: "Asia/Kuala_Lumpur" })).toBe("Asia/Kuala_Lumpur");
});

test("the academy is called by its own name where it has one", async () => {
  const { db } = database;
  expect(await findAcademyName({ db: new Proxy(db, {}), locale: "en" })).toBe("Maqdis");
  await db.setting.create({ data: { key: "siteNames", value: { en: "Dar al-Hikma", ar: "دار الحكمة" } } });
  expect(await findAcademyName({ db: new Proxy(db, {}), locale: "en" })).toBe("Dar al-Hikma");
  expect(await findAcademyName({ db: new Proxy(db, {}), locale: "ar" })).toBe("دار الحكمة");
});
