import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { bestLocale, type Locale, locales, type Translated } from "#app/platform/i18n/locales.ts";
import { policyTextsSchema } from "./policy-schema.ts";
import { renderPolicy } from "./render-policy.server.ts";

type Asker = Pick<UseCaseContext, "db" | "locale">;

export type ShownPolicy = {
  slug: string;
  number: number;
  publishedAt: Date;
  title: string;
  /** HTML. */
  html: string;
  /** The language of what is shown, and all in which there is this version. */
  locale: Locale;
  locales: Locale[];
  /** What changed, as far as it was said. */
  summaries: Translated;
  /** The number of the version that holds now; null where the policy does not hold any more. */
  present: number | null;
  versions: { number: number; publishedAt: Date; summaries: Translated }[];
};

/**
 * A policy in the reader's language, or in the best there is: the version that holds, or an earlier one. Versions stay
 * to be read after the policy was withdrawn; without a number a withdrawn one is not found. Throws `notFound`.
 */
export async function findPolicy({ db, locale: wanted }: Asker, { slug, number }: { slug: string; number?: number }) {
  const policy = await db.policy.findUnique({
    where: { slug },
    select: {
      withdrawnAt: true,
      versions: { orderBy: { number: "desc" }, select: { id: true, number: true, publishedAt: true, summaries: true } },
    },
  });
  const current = policy && !policy.withdrawnAt ? policy.versions[0] : undefined;
  const shown = number === undefined ? current : policy?.versions.find((one) => one.number === number);
  if (!policy || !shown) throw notFound();
  const { texts } = await db.policyVersion.findUniqueOrThrow({ where: { id: shown.id }, select: { texts: true } });
  const all = policyTextsSchema.parse(texts);
  const locale = bestLocale(Object.keys(all), wanted) ?? wanted;
  const said = all[locale] ?? { title: slug, text: "" };
  const found: ShownPolicy = {
    ...{ slug, number: shown.number, publishedAt: shown.publishedAt },
    ...{ title: said.title, html: renderPolicy(said.text), locale },
    locales: locales.filter((one) => all[one]),
    summaries: translatedSchema.parse(shown.summaries),
    present: current?.number ?? null,
    versions: policy.versions.map(({ number: one, publishedAt, summaries }) => ({
      ...{ number: one, publishedAt, summaries: translatedSchema.parse(summaries) },
    })),
  };
  return found;
}
