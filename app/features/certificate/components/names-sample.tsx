import { useTranslation } from "#app/platform/i18n/use-translation.ts";

type NamesSampleProps = {
  arabic: string | null;
  latin: string | null;
  /** What is said of them, where it is not that they will stand so. */
  caption?: string;
};

/** Names as a certificate has them, one beneath the other; where there are none yet, the place for them. */
export function NamesSample({ arabic, latin, caption }: NamesSampleProps) {
  const { t } = useTranslation("certificate");
  return (
    <figure className="grid justify-items-center gap-1 rounded border border-gold bg-paper p-1 text-center">
      <div className="grid w-full justify-items-center gap-1 rounded-sm border border-line px-4 pt-3 pb-5">
        <figcaption className="text-ink-2 text-sm">{caption ?? t("names.sample")}</figcaption>
        {arabic ? (
          <p lang="ar" dir="rtl" className="max-w-full break-words font-read text-3xl">
            {arabic}
          </p>
        ) : null}
        {latin ? (
          <p lang="en" dir="ltr" className="max-w-full break-words font-read text-2xl">
            {latin}
          </p>
        ) : null}
        {arabic || latin ? null : <p className="font-read text-2xl text-ink-2">{t("names.empty")}</p>}
      </div>
    </figure>
  );
}
