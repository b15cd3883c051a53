import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { saveText } from "../editing/save-text.server.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { applyChange, type TranslatedParts } from "./apply-change.ts";
import { presumeBasis } from "./carry-basis.ts";
import { openTranslation, showPair, type TranslationPair, unsafeFindPair } from "./find-translation.server.ts";
import { writeBasis } from "./keep-bases.server.ts";
import { joinParts, splitDocument } from "./split-document.ts";
import type { TranslationChange } from "./translation-change.ts";

const MOST_TRIES = 8;

type Ctx = Pick<PersonContext, "db" | "actor" | "clock">;

/** A translation in its parts; one that is not begun has none. */
export function partsOf({ source, translation }: TranslationPair, sourceLocale: Locale): TranslatedParts {
  const empty = { title: "", summary: "", document: { type: "doc" } };
  const text = translation ?? empty;
  const parts = splitDocument(text.document);
  const presumed = presumeBasis({ source: { ...source, locale: sourceLocale }, translation: text });
  const known = translation?.basis?.blocks.length === parts.length ? translation.basis : null;
  return { title: text.title, summary: text.summary, parts, basis: known ?? presumed };
}

/**
 * Makes one change in a translation, over what it was made over: others may have changed other blocks meanwhile.
 * Answers both texts as they are then, and whether what the change was made over was gone. Throws 404 for who may not
 * edit the course and for a language that it has not.
 */
export async function changeTranslation(
  ctx: Ctx,
  { change, ...address }: { course: string; lesson: string; language: Locale; change: TranslationChange },
) {
  const open = await openTranslation(ctx, address);
  for (let tries = 1; ; tries += 1) {
    const pair = await unsafeFindPair(ctx.db, { lessonId: open.lesson.id, ...open });
    if (!pair) return { conflict: true, pair: null };
    const changed = applyChange(partsOf(pair, open.source), change);
    if (changed.result !== "changed") {
      return { conflict: changed.result === "conflict", pair: await showPair(ctx.db, open) };
    }
    try {
      await write(ctx, { address, pair, text: changed.text });
      return { conflict: false, pair: await showPair(ctx.db, open) };
    } catch (error) {
      // Somebody saved another block between reading and writing.
      const met = error instanceof ExpectedError && error.code === "changedMeanwhile";
      if (!met || tries >= MOST_TRIES) throw error;
    }
  }
}

async function write(
  ctx: Ctx,
  {
    address: { language, ...address },
    pair,
    text,
  }: { address: { course: string; lesson: string; language: Locale }; pair: TranslationPair; text: TranslatedParts },
): Promise<void> {
  const { title, summary, parts, basis } = text;
  await saveText(ctx, {
    ...address,
    locale: language,
    title,
    summary,
    document: lessonDocumentSchema.parse(joinParts(parts)),
    before: pair.translation?.updatedAt.toISOString() ?? null,
    basis: writeBasis(basis),
  });
}

export type ChangedTranslation = Awaited<ReturnType<typeof changeTranslation>>;
