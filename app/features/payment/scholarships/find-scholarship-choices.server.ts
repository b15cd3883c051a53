import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

/** More fit in no list to choose from. */
const MOST = 500;

/** By which courses and funds scholarships may be looked for. Throws 404 for all but admins. */
export async function findScholarshipChoices({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  if (!isAdmin(actor)) throw notFound();
  const [courses, funds] = await Promise.all([
    db.course.findMany({
      where: { scholarships: { some: {} } },
      orderBy: { slug: "asc" },
      take: MOST,
      select: { slug: true, texts: { select: { locale: true, title: true } } },
    }),
    db.scholarshipFund.findMany({
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST,
      select: { id: true, name: true },
    }),
  ]);
  return {
    funds,
    courses: courses.map(({ slug, texts }) => ({
      slug,
      titles: translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title]))),
    })),
  };
}
