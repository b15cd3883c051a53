import { citedKeys } from "../blocks/citation/citation.ts";
import type { FreezeBodies } from "../frozen-bodies.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";

/** Citations whose work is not in the course's bibliography: `danglingCitation`. They keep nothing of their own. */
export const freezeCitations: FreezeBodies = async (tx, course) => {
  const rows = await tx.courseReference.findMany({ where: { courseId: course.id }, select: { key: true } });
  const known = new Set(rows.map(({ key }) => key));
  const lessons = course.sections.flatMap((section) => section.lessons);
  const problems = lessons.flatMap(({ slug, texts }) =>
    texts.flatMap(({ locale, document }) =>
      citedKeys(lessonDocumentSchema.parse(document))
        .filter((key) => !known.has(key))
        .map((key) => ({
          code: "danglingCitation",
          messageKey: "release:errors.danglingCitation",
          values: { lesson: slug, locale, key },
        })),
    ),
  );
  return { problems, fingerprints: [], changedSince: async () => [], write: async () => undefined };
};
