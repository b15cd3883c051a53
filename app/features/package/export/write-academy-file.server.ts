import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { writeYaml } from "#app/platform/yaml/write-yaml.ts";
import type { CourseDraft } from "../draft/course-draft.ts";
import { ACADEMY_NAME, DEFAULT_ACADEMY_NAME } from "../package-settings.ts";
import { inLocaleOrder } from "./in-locale-order.ts";

/**
 * academy.yaml. With `only` it holds what those courses need to be imported elsewhere, their subjects and
 * instructors, and no programmes.
 */
export async function writeAcademyFile(db: DbOrTx, { only }: { only?: CourseDraft[] }): Promise<string> {
  const slugs = only?.map(({ subject }) => subject);
  const ids = only?.flatMap(({ instructors }) => instructors.map(({ instructorId }) => instructorId));
  const [name, subjects, instructors, programmes] = await Promise.all([
    db.setting.findUnique({ where: { key: ACADEMY_NAME } }),
    db.subject.findMany({ where: slugs && { slug: { in: slugs } }, orderBy: [{ position: "asc" }, { slug: "asc" }] }),
    db.instructor.findMany({ where: ids && { id: { in: ids } }, orderBy: { id: "asc" } }),
    only ? [] : findProgrammes(db),
  ]);
  const file = {
    format: "maqdis-academy/1",
    name: translated(name?.value ?? DEFAULT_ACADEMY_NAME),
    subjects: subjects.map(({ slug, names }) => ({ slug, name: translated(names) })),
    instructors: instructors.map(({ id, handle, names, headlines, bios }) => ({
      id,
      handle,
      name: translated(names),
      headline: translated(headlines),
      bio: translated(bios),
    })),
    programmes: programmes.map(({ id, slug, titles, summaries, courses, certificateRule, certificateMonths }) => ({
      id,
      slug,
      title: translated(titles),
      summary: translated(summaries),
      courses: courses.map(({ course }) => course.slug),
      certificate: { rule: certificateRule, months: certificateMonths },
    })),
  };
  const short = programmes.flatMap((_, i) => ["courses", "certificate"].map((key) => ["programmes", i, key]));
  return writeYaml(file, { onOneLine: short });
}

function findProgrammes(db: DbOrTx) {
  return db.programme.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      titles: true,
      summaries: true,
      certificateRule: true,
      certificateMonths: true,
      courses: { orderBy: { position: "asc" }, select: { course: { select: { slug: true } } } },
    },
  });
}

function translated(json: Prisma.JsonValue): Record<string, string> {
  return inLocaleOrder(translatedSchema.parse(json));
}
