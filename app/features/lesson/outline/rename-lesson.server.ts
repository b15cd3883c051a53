import type { Tx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type Locale, locales, type Translated } from "#app/platform/i18n/locales.ts";
import { keepVersion, keepWhatStands } from "../editing/keep-version.server.ts";
import { storedDocumentSchema } from "../editing/text-content.ts";

type Rename = {
  ctx: Pick<PersonContext, "actor" | "clock">;
  lessonId: string;
  /** As they stand. */
  before: Translated;
  titles: Translated;
};

/**
 * Gives the texts of a lesson other titles, and writes that into their history. A language in which there is no text
 * yet gets its title with the text.
 */
export async function renameLesson(tx: Tx, { ctx, lessonId, before, titles }: Rename): Promise<void> {
  for (const locale of locales) {
    const title = titles[locale];
    if (!title || before[locale] === undefined || before[locale] === title) continue;
    await renameText(tx, { ctx, place: { lessonId, locale }, title });
  }
}

type RenameText = Pick<Rename, "ctx"> & { place: { lessonId: string; locale: Locale }; title: string };

async function renameText(tx: Tx, { ctx, place, title }: RenameText): Promise<void> {
  await keepWhatStands(tx, place);
  const at = ctx.clock.now();
  const { summary, document } = await tx.lessonText.update({
    where: { lessonId_locale: place },
    data: { title, updatedAt: at },
    select: { summary: true, document: true },
  });
  const content = { title, summary, document: storedDocumentSchema.parse(document) };
  await keepVersion(tx, { place, content, cause: "written", authorId: ctx.actor.id, at });
}
