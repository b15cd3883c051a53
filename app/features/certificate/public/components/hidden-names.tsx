import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Serial } from "./serial.tsx";

/** What is shown of a certificate whose owner hides her names, or had it withdrawn: that there is one, and how to check a file of it. */
export function HiddenNames({ serial, withdrawn }: { serial: string; withdrawn: boolean }) {
  const { t } = useTranslation("verify");
  return (
    <article className="grid justify-items-start gap-4 rounded border border-line bg-surface p-5 shadow-card sm:p-8">
      <p className="text-ink-2">
        {t("page.name")} <Serial serial={serial} />
      </p>
      <h1 className="font-bold font-read text-3xl text-balance">{t(withdrawn ? "withdrawn.title" : "hidden.title")}</h1>
      <p className="max-w-prose">{t(withdrawn ? "withdrawn.text" : "hidden.text")}</p>
      {withdrawn ? null : (
        <Link to="/verify" className={buttonClass()}>
          {t("hidden.check")}
        </Link>
      )}
    </article>
  );
}
