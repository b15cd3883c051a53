import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const loader = declareLoader({ access: "admin", load: () => null });

export default function AdminHome() {
  const { t } = useTranslation("admin");
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} />
      <PageHeader title={t("title")} lead={t("lead")} />
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <Card as="li">
          <h2 className="mb-2 font-bold font-read text-xl">
            <Link to="/admin/settings">{t("settings.title")}</Link>
          </h2>
          <p className="text-ink-2">{t("settings.card")}</p>
        </Card>
      </ul>
    </Container>
  );
}
