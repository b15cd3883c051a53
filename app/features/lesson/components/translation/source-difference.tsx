import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { wordDifference } from "../../translation/word-difference.ts";

/** What was changed in a source since it was translated: words taken out, and words put in. */
export function SourceDifference({ before, after, locale }: { before: string; after: string; locale: Locale }) {
  const { t } = useTranslation("translation");
  if (before === after) return <p className="text-ink-2 text-sm">{t("formAlone")}</p>;
  let place = 0;
  return (
    <p lang={locale} dir={directionOf(locale)} className="whitespace-pre-line font-read leading-loose">
      {wordDifference(before, after).map(({ kind, text }) => {
        place += 1;
        if (kind === "same") return text;
        if (kind === "added")
          return (
            <ins key={place} className="rounded-sm bg-tile-tint text-tile-strong">
              {text}
            </ins>
          );
        return (
          <del key={place} className="rounded-sm bg-gold-tint text-gold-ink">
            {text}
          </del>
        );
      })}
    </p>
  );
}
