import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** A document as the database takes it. */
export const storedDocumentSchema = z.record(z.string(), z.json());

/** What is written in a lesson's text. */
export type TextContent = { title: string; summary: string; document: z.output<typeof storedDocumentSchema> };

/** A lesson's text in one language. */
export type TextPlace = { lessonId: string; locale: Locale };

type Comparable = { title: string; summary: string; document: unknown };

/** Whether two texts say the same; the database does not keep the order of an object's keys. */
export function isSameContent(one: Comparable, other: Comparable): boolean {
  const parts = ({ title, summary, document }: Comparable) => [title, summary, document];
  return isDeepStrictEqual(parts(one), parts(other));
}
