import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";

/** The way from the admins' first page to scholarships, with the number of applications that wait for them. */
export function ScholarshipsCard({ waiting }: { waiting: number }) {
  const { t } = useTranslation("scholarship-admin");
  return (
    <Card as="li">
      <h2 className="mb-2 font-bold font-read text-xl">
        <Link to="/admin/scholarships">{t("title")}</Link>
      </h2>
      <p className="text-ink-2">{t("card.lead")}</p>
      <p className="mt-3">
        {waiting > 0 ? (
          <Link
            to="/admin/scholarships"
            className="inline-flex min-h-8 items-center rounded-full bg-gold-tint px-3 font-semibold text-gold-ink text-sm"
          >
            {t("card.waiting", { count: waiting })}
          </Link>
        ) : (
          <span className="text-ink-2 text-sm">{t("card.waiting", { count: waiting })}</span>
        )}
      </p>
    </Card>
  );
}
