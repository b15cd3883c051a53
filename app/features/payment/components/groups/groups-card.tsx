import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";

/** The way from the admins' first page to groups of seats. */
export function GroupsCard() {
  const { t } = useTranslation("group-admin");
  return (
    <Card as="li">
      <h2 className="mb-2 font-bold font-read text-xl">
        <Link to="/admin/groups">{t("title")}</Link>
      </h2>
      <p className="text-ink-2">{t("card")}</p>
    </Card>
  );
}
