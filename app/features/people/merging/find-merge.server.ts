import { isAdmin } from "#app/platform/access/actor.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { SameCourse } from "./merge-enrolments.server.ts";
import { type MergeReport, previewMerge } from "./merge-people.server.ts";

type Titled = { title: { text: string; locale: Locale } };
export type MergeForeseen = Omit<MergeReport, "sameCourses"> & { sameCourses: (SameCourse & Titled)[] };

type Told = { report?: MergeForeseen; refused?: string };

const shown = { id: true, name: true, email: true, createdAt: true } as const;

/** Courses in the words of the page's language. One query, or none. */
async function withTitles({ db, locale }: PersonContext, courses: SameCourse[]): Promise<(SameCourse & Titled)[]> {
  if (courses.length === 0) return [];
  const found = await db.course.findMany({
    where: { slug: { in: courses.map(({ course }) => course) } },
    select: { slug: true, texts: { select: { locale: true, title: true } } },
  });
  return courses.map((same) => {
    const texts = found.find(({ slug }) => slug === same.course)?.texts ?? [];
    const titles = texts.flatMap((text) => (isLocale(text.locale) ? [[text.locale, text.title]] : []));
    return { ...same, title: pickTranslated(Object.fromEntries(titles), locale) };
  });
}

/**
 * Two accounts that may be one person's: the one whose page it is, the one with the address that was named, and what
 * making them one would do, or why it cannot be. Throws 404 for all but admins, and for nobody.
 */
export async function findMerge(
  ctx: PersonContext,
  { id, other: email, keep }: { id: string; other: string | undefined; keep: "this" | "other" },
) {
  const { db, actor } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const person = await db.user.findUnique({ where: { id }, select: shown });
  if (!person) throw notFound();
  const other = email ? await db.user.findUnique({ where: { email }, select: shown }) : null;
  if (!other) return { person, other, report: undefined, refused: email ? "people:errors.nobodyThere" : undefined };
  const pair = keep === "this" ? { kept: id, closed: other.id } : { kept: other.id, closed: id };
  const told = await previewMerge(ctx, pair).then(
    async (report): Promise<Told> => ({
      report: { ...report, sameCourses: await withTitles(ctx, report.sameCourses) },
    }),
    (error: unknown): Told => {
      if (error instanceof ExpectedError && error.status !== 404) return { refused: error.messageKey };
      throw error;
    },
  );
  return { person, other, report: told.report, refused: told.refused };
}
