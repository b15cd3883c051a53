import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { TextTitle } from "../../editing/text-titles.ts";
import { textHref } from "./text-href.ts";

type TextLinksProps = {
  course: string;
  lesson: string;
  texts: TextTitle[];
  /** Where learners read it. */
  hint: string;
};

/** The ways to the pages on which title and text of a lesson are written, language by language. */
export function TextLinks({ course, lesson, texts, hint }: TextLinksProps) {
  const { t } = useTranslation("lesson-text");
  return (
    <section aria-labelledby="texts" className="grid gap-2">
      <h2 id="texts" className="font-bold font-read text-2xl">
        {t("lesson-editor:title")}
      </h2>
      <p className="text-ink-2">{hint}</p>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {texts.map(({ locale, title }) => (
          <li key={locale}>
            <Link
              to={textHref({ course, lesson, language: locale })}
              className="flex min-h-11 items-center gap-3 px-4 py-2 no-underline hover:bg-tile-tint"
            >
              <Icon name="edit" className="size-5 flex-none" />
              <span className="grid min-w-0">
                <span lang={locale} className="font-semibold">
                  {localeNames[locale]}
                </span>
                <span className="text-ink-2">
                  {title === null ? t("notWritten") : <LocalText value={{ text: title, locale }} />}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
