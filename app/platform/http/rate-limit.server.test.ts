import { expect, test } from "vitest";
import { openTestDatabase } from "#tests/setup/database.ts";
import { callerOf, countTry, forgetTries, forgiveTry } from "./rate-limit.server.ts";

const database = openTestDatabase();

test("tries beyond the limit are refused with the seconds to wait, for that key only", async () => {
  const { db } = database;
  const rule = { name: "knock", points: 3, seconds: 60 };
  for (let i = 0; i < 3; i += 1) await countTry({ db, rule, key: "a" });
  const refusal = await countTry({ db, rule, key: "a" }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "tooMany", status: 429 });
  expect(refusal).toHaveProperty(
    "values.seconds",
    expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60),
  );
  await countTry({ db, rule, key: "b" });
});

test("of many tries at once no more pass than the limit", async () => {
  const { db } = database;
  const rule = { name: "rush", points: 5, seconds: 60 };
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => countTry({ db, rule, key: "a" })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
});

test("a try can be forgiven and all can be forgotten", async () => {
  const { db } = database;
  const rule = { name: "door", points: 1, seconds: 60 };
  await countTry({ db, rule, key: "a" });
  await forgiveTry({ db, rule, key: "a" });
  await countTry({ db, rule, key: "a" });
  await expect(countTry({ db, rule, key: "a" })).rejects.toMatchObject({ code: "tooMany" });
  await forgetTries({ db, rule, key: "a" });
  await countTry({ db, rule, key: "a" });
});

test("when the time is over, tries are let through again", async () => {
  const { db } = database;
  const rule = { name: "window", points: 1, seconds: 60 };
  await countTry({ db, rule, key: "a" });
  await db.rateLimit.updateMany({ data: { expire: new Date(Date.now() - 1) } });
  await countTry({ db, rule, key: "a" });
});

test("neither addresses nor e-mails stand in the table", async () => {
  const { db } = database;
  await countTry({ db, rule: { name: "plain", points: 1, seconds: 60 }, key: "amina@example.org" });
  const rows = await db.rateLimit.findMany();
  expect(rows.some(({ key }) => key.startsWith("plain:"))).toBe(true);
  expect(JSON.stringify(rows)).not.toContain("amina");
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("the caller of %s is %s", (address, caller) => {
  expect(callerOf(address)).toBe(caller);
});
