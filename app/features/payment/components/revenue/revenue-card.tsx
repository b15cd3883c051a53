import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";

/** The way from the admins' first page to what came in. */
export function RevenueCard() {
  const { t } = useTranslation("revenue");
  return (
    <Card as="li">
      <h2 className="mb-2 font-bold font-read text-xl">
        <Link to="/admin/revenue">{t("title")}</Link>
      </h2>
      <p className="text-ink-2">{t("card")}</p>
    </Card>
  );
}
