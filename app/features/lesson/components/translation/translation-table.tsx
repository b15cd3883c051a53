import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { TranslatedLesson } from "../../translation/find-translations.server.ts";
import type { TranslationStanding } from "../../translation/translation-standing.ts";
import { textHref } from "../editing/text-href.ts";
import { translationHref } from "./translation-href.ts";

type TranslationTableProps = {
  course: string;
  source: Locale;
  targets: readonly Locale[];
  lessons: readonly TranslatedLesson[];
};

/** Every lesson of a course by language: what is current, what the source has left behind, what is missing. */
export function TranslationTable({ course, source, targets, lessons }: TranslationTableProps) {
  const { t } = useTranslation("translation");
  const name = (locale: Locale) => <span lang={locale}>{localeNames[locale]}</span>;
  const head = [
    {
      key: source,
      label: (
        <>
          {t("lesson")} – {name(source)}
        </>
      ),
    },
    ...targets.map((locale) => ({ key: locale, label: name(locale) })),
  ];
  const rows = lessons.map(({ slug, title, standings, written }) => ({
    key: slug,
    cells: [
      <Link
        key="lesson"
        to={textHref({ course, lesson: slug, language: source })}
        className="inline-flex min-h-11 items-center"
      >
        <LocalText value={title} />
      </Link>,
      ...targets.map((locale) =>
        written ? (
          <Link
            key={locale}
            to={translationHref({ course, lesson: slug, language: locale })}
            className="inline-flex min-h-11 flex-wrap items-center gap-2 no-underline"
          >
            <Standing standing={standings[locale]} />
          </Link>
        ) : (
          "—"
        ),
      ),
    ],
  }));
  return <DataTable caption={t("room")} captionHidden head={head} rows={rows} />;
}

function Standing({ standing }: { standing: TranslationStanding | undefined }) {
  const { t } = useTranslation("translation");
  const formats = useFormats();
  if (!standing || standing.state === "none") return <Tag kind="plain">{t("standing.none")}</Tag>;
  if (standing.state === "current") return <Tag kind="tile">{t("standing.current")}</Tag>;
  const { stale, missing } = standing;
  return (
    <>
      {stale > 0 ? <Tag kind="gold">{t("standing.stale", { count: stale, number: formats.number(stale) })}</Tag> : null}
      {missing > 0 ? (
        <Tag kind="plain">{t("standing.missing", { count: missing, number: formats.number(missing) })}</Tag>
      ) : null}
    </>
  );
}
