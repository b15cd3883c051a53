import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { carryBasis, presumeBasis } from "./carry-basis.ts";
import { type TranslationBasis, translationBasisSchema } from "./translation-basis.ts";

const jsonSchema = z.record(z.string(), z.json());

type Place = { lessonId: string; locale: Locale };

/** A basis as the database holds it; null for what is none, or of another source language. */
export function readBasis(value: unknown, sourceLocale: string): TranslationBasis | null {
  const { data } = translationBasisSchema.safeParse(value);
  return data?.locale === sourceLocale ? data : null;
}

/** A basis as the database takes it. */
export function writeBasis(basis: TranslationBasis) {
  return jsonSchema.parse(basis);
}

/**
 * Keeps what translations were made from in step with a text that is about to be saved whole. Of a translation it
 * answers the basis for its new document; before a source changes, those of its translations of which nothing was
 * known are taken to be made from it as it still is.
 */
export async function keepBases(
  tx: Tx,
  { place, content, sourceLocale }: { place: Place; content: { document: unknown }; sourceLocale: string },
): Promise<z.output<typeof jsonSchema> | undefined> {
  const stands = await tx.lessonText.findUnique({ where: { lessonId_locale: place } });
  if (!stands) return undefined;
  const before = lessonDocumentSchema.parse(stands.document);
  if (place.locale === sourceLocale) {
    await presumeBases(tx, { place, source: { ...stands, locale: place.locale, document: before } });
    return undefined;
  }
  const basis = readBasis(stands.basis, sourceLocale);
  if (!basis) return undefined;
  return writeBasis(carryBasis({ before, after: lessonDocumentSchema.parse(content.document), basis }));
}

async function presumeBases(
  tx: Tx,
  { place, source }: { place: Place; source: Parameters<typeof presumeBasis>[0]["source"] },
): Promise<void> {
  const translations = await tx.lessonText.findMany({
    where: { lessonId: place.lessonId, locale: { not: place.locale }, basis: { equals: Prisma.DbNull } },
  });
  for (const { locale, updatedAt, ...text } of translations) {
    const translation = { ...text, document: lessonDocumentSchema.parse(text.document) };
    const basis = writeBasis(presumeBasis({ source, translation }));
    const key = { lessonId: place.lessonId, locale: localeSchema.parse(locale) };
    // Its own time stays: nobody changed what is written in it.
    await tx.lessonText.update({ where: { lessonId_locale: key }, data: { basis, updatedAt } });
  }
}
