import { isDeepStrictEqual } from "node:util";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { takeAsHeard } from "#app/platform/db/listen.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type SettingKey, type Settings, settingsSchema } from "./settings.ts";

/**
 * Changes settings and writes each change into the audit log, in one transaction. What is already so is left alone.
 * Every process hears of it. Only for admins; for others there is nothing here.
 */
export async function changeSettings(ctx: PersonContext, wanted: Partial<Settings>): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const rows = await tx.setting.findMany({ select: { key: true, value: true } });
    const now = settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
    const keys = settingsSchema
      .keyof()
      .options.filter((key: SettingKey) => wanted[key] !== undefined && !isDeepStrictEqual(wanted[key], now[key]));
    for (const key of keys) {
      const value = settingsSchema.shape[key].parse(wanted[key]);
      // What is taken away has no row, so that its default holds.
      if (value === null) await tx.setting.deleteMany({ where: { key } });
      else await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
      const states = { before: now[key] ?? undefined, after: value ?? undefined };
      const change = { subjectType: "setting", subjectId: key, ...states };
      await writePlainEntry(tx, ctx, { action: "setting.change", ...change });
    }
  });
  takeAsHeard("academy_changed", "Setting");
}
