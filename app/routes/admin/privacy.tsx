import { KeptTable, RetentionTable } from "#app/features/privacy/components/retention-table.tsx";
import { askForRetention, findRetention } from "#app/features/privacy/retention/find-retention.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Container } from "#app/ui/container.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { Route } from "./+types/privacy";

export const loader = declareLoader({ access: "admin", load: ({ personCtx }) => findRetention(personCtx()) });

export const action = declareAction({
  access: "admin",
  intents: ["run"],
  act: async ({ personCtx, form, href }) => {
    if (form.get("intent") !== "run") throw notFound();
    await askForRetention(personCtx());
    return redirectWithNotice(href("/admin/privacy"), "retention:asked");
  },
});

export default function Privacy({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("retention");
  const formats = useFormats();
  const { rules, kept, counts, blocked } = loaderData;
  const places = [{ label: t("admin:title"), to: "/admin" }, { label: t("title") }];
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("title")}
        lead={t("lead")}
      />
      <dl className="mb-8 grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        {(["waiting", "overdue", "erased", "exports"] as const).map((key) => (
          <Stat key={key} label={t(`counts.${key}`)} value={formats.number(counts[key])} />
        ))}
      </dl>
      <div className="grid gap-8">
        {blocked.length > 0 ? <Blocked blocked={blocked} /> : null}
        <RetentionTable rules={rules} />
        <Form method="post" className="flex flex-wrap items-center gap-4">
          <Button kind="quiet" name="intent" value="run">
            {t("run")}
          </Button>
          <p className="text-ink-2">{t("runHint")}</p>
        </Form>
        <KeptTable kept={kept} />
      </div>
    </Container>
  );
}

type BlockedRow = { id: string; dueAt: Date; blockedBy: string | null; user: { id: string; name: string } };

function Blocked({ blocked }: { blocked: readonly BlockedRow[] }) {
  const { t } = useTranslation("retention");
  const formats = useFormats();
  const rows = blocked.map(({ id, dueAt, blockedBy, user }) => ({
    key: id,
    cells: [
      <bdi key="who">{user.name}</bdi>,
      formats.moment(dueAt),
      t(`privacy:obstacles.${blockedBy ?? "ownsCourse"}`),
    ],
  }));
  return (
    <section className="grid gap-4">
      <Notice kind="warning" title={t("blocked.title")}>
        {t("blocked.text")}
      </Notice>
      <DataTable
        caption={t("blocked.title")}
        captionHidden
        head={[t("blocked.person"), t("blocked.since"), t("blocked.by")]}
        rows={rows}
      />
    </section>
  );
}
