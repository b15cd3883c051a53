import { Link } from "#app/platform/i18n/link.tsx";
import { localeNames, locales, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { Finding } from "../checks/checked-draft.ts";
import { mendingAddress } from "../mending-address.ts";

type FindingsListProps = {
  course: string;
  findings: readonly Finding[];
  /** Titles and kinds of the draft's lessons, by slug. */
  lessonTitles: Readonly<Record<string, Translated>>;
  lessonKinds: Readonly<Record<string, string>>;
};

/** What was found in a draft, each with the way to where it is mended. */
export function FindingsList({ course, findings, lessonTitles, lessonKinds }: FindingsListProps) {
  const say = useFindingWords(lessonTitles);
  const { t } = useTranslation("release");
  return (
    <ul className="grid gap-1">
      {findings.map((found) => {
        const words = say(found);
        return (
          <li
            key={JSON.stringify(found)}
            className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2 last:border-b-0"
          >
            <Icon
              name={found.level === "error" ? "alert" : "info"}
              className={`size-5 flex-none self-center ${found.level === "error" ? "text-danger" : "text-gold-ink"}`}
            />
            <span className="min-w-0 flex-1 basis-64 break-words">
              <bdi>{words}</bdi>
            </span>
            <Link
              to={mendingAddress(course, found, lessonKinds[found.lesson ?? ""])}
              className="inline-flex min-h-11 flex-none items-center"
            >
              {t("mend")}
              <VisuallyHidden>{`: ${words}`}</VisuallyHidden>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Says a finding in the reader's language, with the names of lessons in place of their slugs. */
export function useFindingWords(lessonTitles: Readonly<Record<string, Translated>>): (found: Finding) => string {
  const { t } = useTranslation("release");
  const { locale: reader } = usePageContext().formats;
  const formats = useFormats();
  const titleOf = (slug: string | number | undefined) => {
    const titles = lessonTitles[String(slug)];
    return titles ? pickTranslated(titles, reader).text : String(slug ?? "");
  };
  return ({ messageKey, values }) => {
    const { lesson, first, date, locale, failure, ...rest } = values;
    const language = locales.find((one) => one === locale);
    return t(messageKey, {
      ...rest,
      lesson: titleOf(lesson),
      first: titleOf(first),
      date: typeof date === "string" ? formats.date(new Date(date)) : "",
      locale: language ? localeNames[language] : "",
      failure: typeof failure === "string" && /^\d+$/.test(failure) ? failure : t(`linkFailures.${failure ?? "away"}`),
    });
  };
}
