import { Form, Link } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { findReconciliations } from "../../orders/find-reconciliations.server.ts";

type Reconciliation = Awaited<ReturnType<typeof findReconciliations>>["reconciliations"][number];

const periods = [7, 30, 90, 365];

/** Beginning a comparison with Stripe; without Stripe only whether our own books fit together is looked at. */
export function BeginReconciliation({
  withStripe,
  errors,
}: {
  withStripe: boolean;
  errors: ReturnType<typeof useFormErrors>;
}) {
  const { t } = useTranslation("orders-admin");
  return (
    <div className="mb-8 grid gap-4 rounded border border-line bg-surface p-4">
      {withStripe ? null : <Notice kind="info">{t("compare.withoutStripe")}</Notice>}
      <FormErrors messages={errors.form} />
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <Select
          className="min-w-0 grow basis-full sm:max-w-xs sm:basis-60"
          name="days"
          label={t("compare.period")}
          options={periods.map((days) => ({ value: String(days), label: t("compare.days", { count: days }) }))}
          defaultValue={errors.typed("days") ?? "30"}
          error={errors.field("days")}
        />
        <Button>{t("compare.begin")}</Button>
      </Form>
    </div>
  );
}

/** How far a comparison is, or what came of it, in a word or two. */
export function ReconciliationTag({ row }: { row: Pick<Reconciliation, "standing" | "open"> }) {
  const { t } = useTranslation("orders-admin");
  if (row.standing !== "finished") return <Tag kind="plain">{t(`compare.standing.${row.standing}`)}</Tag>;
  return row.open > 0 ? (
    <Tag kind="gold">{t("compare.open", { count: row.open })}</Tag>
  ) : (
    <Tag kind="tile">{t("compare.agrees")}</Tag>
  );
}

/** Comparisons, the newest first, each with what came of it. */
export function ReconciliationList({ rows }: { rows: readonly Reconciliation[] }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  if (rows.length === 0) return <EmptyState title={t("compare.empty.title")} text={t("compare.empty.text")} />;
  return (
    <ul className="grid rounded border border-line bg-surface">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-line border-t px-4 py-3 first:border-t-0"
        >
          <div className="min-w-0">
            <Link to={`/admin/reconciliations/${row.id}`} className="inline-flex min-h-11 items-center font-semibold">
              {formats.moment(row.startedAt)}
            </Link>
            <p className="text-ink-2 text-sm">
              {row.nightly ? t("compare.nightly") : <bdi>{row.by ?? t("reasons.someoneGone")}</bdi>}
              {" · "}
              {t("compare.compared", { count: row.compared })}
            </p>
          </div>
          <ReconciliationTag row={row} />
        </li>
      ))}
    </ul>
  );
}
