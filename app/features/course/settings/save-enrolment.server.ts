import { unusedCohort } from "#app/features/course/unused-cohort.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { changeSettings, type SettingsContext } from "./change-settings.server.ts";
import { settingsRefused } from "./settings-refused.ts";
import type { CohortSettings, CompletionSettings, EnrolmentSettings } from "./settings-schema.ts";

type Of = { course: string };

/**
 * What a course costs from now on, in minor units. Throws 404, and `currencyNotUsed` where it would cost something in a
 * currency that is neither the academy's nor its own already.
 */
export async function savePrice(
  ctx: SettingsContext,
  { course, amount, currency }: Of & { amount: number; currency: string },
) {
  const { currencies } = await findSettings(ctx.db);
  await changeSettings(ctx, { course }, async (tx, { id }) => {
    const { priceCurrency } = await tx.course.findUniqueOrThrow({ where: { id }, select: { priceCurrency: true } });
    const used = currency === priceCurrency || currencies.some((one) => one === currency);
    if (amount > 0 && !used) throw settingsRefused("currencyNotUsed");
    await tx.course.update({ where: { id }, data: { priceAmount: amount, priceCurrency: currency } });
  });
}

/** Who may enrol, and when. Throws 404, and `fewSeats` where more are taken than are left. */
export async function saveEnrolment(ctx: SettingsContext, { course, ...data }: Of & EnrolmentSettings): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id }) => {
    const { seatsTaken } = await tx.course.findUniqueOrThrow({ where: { id }, select: { seatsTaken: true } });
    if (data.seats !== null && data.seats < seatsTaken) throw settingsRefused("fewSeats", { count: seatsTaken });
    await tx.course.update({ where: { id }, data });
  });
}

/** Adds a dated run to a course, or changes the one called `id`. Throws 404, and `fewSeats`. */
export async function saveCohort(ctx: SettingsContext, { course, ...settings }: Of & CohortSettings): Promise<void> {
  const { id, ...data } = settings;
  await changeSettings(ctx, { course }, async (tx, { id: courseId }) => {
    if (!id) {
      await tx.cohort.create({ data: { ...data, courseId } });
      return;
    }
    await tx.$queryRaw`select 1 from "Cohort" where "id" = ${id}::uuid for update`;
    const cohort = await tx.cohort.findUnique({ where: { id_courseId: { id, courseId } } });
    // It was removed meanwhile.
    if (!cohort) throw settingsRefused("cohortInUse");
    const { seatsTaken } = cohort;
    if (data.seats !== null && data.seats < seatsTaken) throw settingsRefused("fewSeats", { count: seatsTaken });
    await tx.cohort.update({ where: { id }, data });
  });
}

/** Removes a dated run in which nobody ever had a place. Throws 404, and `cohortInUse`. */
export async function removeCohort(ctx: SettingsContext, { course, cohort }: Of & { cohort: string }): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id: courseId }) => {
    const { count } = await tx.cohort.deleteMany({ where: { id: cohort, courseId, ...unusedCohort } });
    const stays = count === 0 && (await tx.cohort.count({ where: { id: cohort, courseId } })) > 0;
    if (stays) throw settingsRefused("cohortInUse");
  });
}

/** What completes lessons, and how long a course stays open to her who enrolled. Throws 404. */
export async function saveCompletion(ctx: SettingsContext, { course, ...rules }: Of & CompletionSettings) {
  await changeSettings(ctx, { course }, (tx, { id }) =>
    tx.course.update({ where: { id }, data: { ...rules, accessDays: rules.accessDays ?? null } }),
  );
}
