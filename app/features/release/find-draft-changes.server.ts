import type { ReleaseOutline } from "#app/features/course/release-outline.ts";
import { releaseOutlineSchema } from "#app/features/course/release-outline.ts";
import type { DraftToRelease } from "#app/features/lesson/draft-to-release.ts";
import type { FrozenBodies } from "#app/features/lesson/frozen-bodies.ts";
import { draftRenderer } from "#app/features/lesson/render-draft.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Change, type Compared, type ComparedText, findDifference } from "./difference.ts";
import { outlineOf } from "./draft-outline.ts";

const nothing: Compared = { outline: { sections: [] }, texts: [] };

export type DraftChanges = {
  outline: ReleaseOutline;
  /** Against the current release; null where nothing was released yet. */
  changes: Change[] | null;
};

/** What the draft of a course would show otherwise than its current release does. */
export async function findDraftChanges(
  tx: Tx,
  { course, bodies }: { course: DraftToRelease; bodies: FrozenBodies[] },
): Promise<DraftChanges> {
  const outline = outlineOf(course);
  if (!course.currentReleaseId) return { outline, changes: null };
  const releaseId = course.currentReleaseId;
  const before = await readReleased(tx, releaseId);
  const changed = await Promise.all(bodies.map(({ changedSince }) => changedSince(releaseId)));
  const after = { outline, texts: await readDraftTexts(tx, course) };
  return { outline, changes: findDifference({ before, after, bodies: new Set(changed.flat()) }) };
}

async function readReleased(tx: Tx, id: string): Promise<Compared> {
  const release = await tx.release.findUnique({
    where: { id },
    select: {
      outline: true,
      lessons: {
        select: {
          texts: { select: { lessonId: true, locale: true, title: true, summary: true, renderingSha256: true } },
        },
      },
    },
  });
  if (!release) return nothing;
  const texts = release.lessons.flatMap((lesson) =>
    lesson.texts.map((text) => ({ ...text, locale: localeSchema.parse(text.locale) })),
  );
  return { outline: releaseOutlineSchema.parse(release.outline), texts };
}

async function readDraftTexts(tx: Tx, course: DraftToRelease): Promise<ComparedText[]> {
  const render = await draftRenderer(tx, course);
  const texts: ComparedText[] = [];
  for (const lesson of course.sections.flatMap((section) => section.lessons)) {
    for (const text of lesson.texts) {
      const { title, summary } = text;
      const locale = localeSchema.parse(text.locale);
      const renderingSha256 = await hashOf(() => render(lesson, text));
      texts.push({ lessonId: lesson.id, locale, title, summary, renderingSha256 });
    }
  }
  return texts;
}

/** Of what would be shown; a text that cannot be shown yet is another than any that is. */
async function hashOf(render: () => Promise<{ renderingSha256: string }>): Promise<string> {
  try {
    return (await render()).renderingSha256;
  } catch (error) {
    if (error instanceof ExpectedError) return "";
    throw error;
  }
}
