import type { NoticeKind } from "#app/platform/db/generated/enums.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";

type ListedLetter = { name: string; about: NoticeKind | null; subject: string; changed: Locale[] };

/** Every letter of the academy, by what it tells of, with the languages in which its words are the academy's own. */
export function LetterList({ letters }: { letters: readonly ListedLetter[] }) {
  const { t } = useTranslation("mails-admin");
  const abouts = [...new Set(letters.map(({ about }) => about))];
  return (
    <div className="grid gap-8">
      {abouts.map((about) => (
        <section key={about ?? "others"} className="grid gap-3">
          <h2 className="font-bold font-read text-2xl">{about ? t(`notices:kinds.${about}.name`) : t("others")}</h2>
          <ul className="divide-y divide-line rounded border border-line bg-surface">
            {letters
              .filter((letter) => letter.about === about)
              .map(({ name, subject, changed }) => (
                <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
                  <Link to={`/admin/mails/${name}`} className="inline-flex min-h-11 items-center font-medium">
                    <bdi>{subject}</bdi>
                  </Link>
                  <span className="flex flex-wrap gap-2">
                    {changed.map((locale) => (
                      <Tag key={locale} kind="gold">
                        {t("ownWords", { language: localeNames[locale] })}
                      </Tag>
                    ))}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
