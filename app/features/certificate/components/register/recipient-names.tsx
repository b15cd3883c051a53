import { useTranslation } from "#app/platform/i18n/use-translation.ts";

type RecipientNamesProps = { arabic: string | null; latin: string | null; className?: string };

/** The names on a certificate, each in its own script and on its own line; the reader's own first. */
export function RecipientNames({ arabic, latin, className }: RecipientNamesProps) {
  const { t, language } = useTranslation("certificate-admin");
  const names = [
    { lang: "ar", dir: "rtl", name: arabic },
    { lang: "en", dir: "ltr", name: latin },
  ] as const;
  const ordered = language === "ar" || language === "ur" ? names : names.toReversed();
  const given = ordered.filter(({ name }) => name !== null);
  if (given.length === 0) return <span className={className}>{t("nameless")}</span>;
  return (
    <span className={className}>
      {given.map(({ lang, dir, name }, index) => (
        <span key={lang} className={index > 0 ? "block font-normal text-ink-2" : "block"}>
          <bdi lang={lang} dir={dir}>
            {name}
          </bdi>
        </span>
      ))}
    </span>
  );
}
