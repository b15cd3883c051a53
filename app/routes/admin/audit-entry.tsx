import { z } from "zod";
import { findAuditEntry } from "#app/features/oversight/audit/find-audit-entries.server.ts";
import { AuditEntryPage } from "#app/features/oversight/components/audit/audit-entry.tsx";
import { useAuditWords } from "#app/features/oversight/components/audit/use-audit-words.tsx";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/audit-entry";

export const loader = declareLoader({
  access: "admin",
  params: z.object({ entry: z.uuid() }),
  load: ({ personCtx, params: { entry: id } }) => findAuditEntry(personCtx(), { id }),
});

export default function AuditEntry({ loaderData: entry }: Route.ComponentProps) {
  const { t } = useTranslation("audit");
  const title = useAuditWords().act(entry.action);
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/audit" },
    { label: title },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={title} />
      <PageHeader eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />} title={title} />
      <AuditEntryPage entry={entry} />
    </Container>
  );
}
