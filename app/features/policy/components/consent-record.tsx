import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { KeptConsent } from "../consents.server.ts";

/** To what somebody agreed, and when. */
export function ConsentRecord({ consents }: { consents: readonly KeptConsent[] }) {
  const { t } = useTranslation("policy");
  const { moment: atMoment } = useFormats();
  if (consents.length === 0) return <EmptyState title={t("mine.none.title")} text={t("mine.none.text")} />;
  return (
    <section aria-labelledby="consents" className="pt-8">
      <h2 id="consents" className="pb-3 font-bold font-read text-2xl">
        {t("mine.record")}
      </h2>
      <ul className="grid gap-3">
        {consents.map(({ slug, number, title, locale, at, way }) => (
          <li key={`${slug}.${number}`} className="rounded border border-line bg-surface p-4">
            <Link
              to={`/policies/${slug}/versions/${number}`}
              lang={locale}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              <bdi>{title || slug}</bdi>
            </Link>
            <p className="text-ink-2 text-sm">{t("version", { number })}</p>
            <p className="text-ink-2 text-sm">{t(`mine.ways.${way}`, { moment: atMoment(at) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
