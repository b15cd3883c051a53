import { expect, test } from "vitest";
import { openTestDatabase } from "./database.ts";

const database = openTestDatabase();

test("a fresh database has every migration, and its constraints hold", async () => {
  await expect(database.db.user.create({ data: { email: "Not.Lower@example.org", name: "A" } })).rejects.toThrow(
    /User_email_lower/,
  );
});

test("audit entries can be added and never changed or removed", async () => {
  const { db } = database;
  const entry = await db.auditEntry.create({ data: { action: "setting.change", subjectType: "setting" } });
  await expect(db.auditEntry.update({ where: { id: entry.id }, data: { action: "x" } })).rejects.toThrow(/only added/);
  await expect(db.auditEntry.delete({ where: { id: entry.id } })).rejects.toThrow(/only added/);
});
