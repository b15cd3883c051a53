import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

type RuleRow = {
  name: string;
  days: number;
  ranAt: Date | null;
  failedAt: Date | null;
  removed: number;
  removedInAll: number;
};

/** What the academy removes by itself, and how that went last. */
export function RetentionTable({ rules }: { rules: readonly RuleRow[] }) {
  const { t } = useTranslation("retention");
  const formats = useFormats();
  const head = [
    { key: "what", label: t("table.what") },
    { key: "why", label: t("table.why"), roomyOnly: true },
    { key: "days", label: t("table.days") },
    { key: "ranAt", label: t("table.ranAt") },
    { key: "removed", label: t("table.removed"), numeric: true },
    { key: "inAll", label: t("table.inAll"), numeric: true },
  ];
  const rows = rules.map((rule) => ({
    key: rule.name,
    cells: [
      t(`rules.${rule.name}.what`),
      t(`rules.${rule.name}.why`),
      rule.days === 0 ? t("untilOver") : formats.days(rule.days, rule.days < 2 * 366 ? undefined : "year"),
      <LastRun key="ran" rule={rule} />,
      formats.number(rule.removed),
      formats.number(rule.removedInAll),
    ],
  }));
  return <DataTable caption={t("table.caption")} head={head} rows={rows} />;
}

function LastRun({ rule: { ranAt, failedAt } }: { rule: RuleRow }) {
  const { t } = useTranslation("retention");
  const formats = useFormats();
  if (failedAt) return <Tag kind="gold">{t("failed", { moment: formats.moment(failedAt) })}</Tag>;
  return ranAt ? formats.moment(ranAt) : t("never");
}

/** What stays after an account was deleted, and what for. */
export function KeptTable({ kept }: { kept: readonly { why: string; tables: string[] }[] }) {
  const { t } = useTranslation("retention");
  const rows = kept.map(({ why, tables }) => ({
    key: why,
    cells: [
      t(`kept.${why}`),
      <span key="tables" dir="ltr" className="font-mono text-xs [overflow-wrap:anywhere]">
        {tables.join(", ")}
      </span>,
    ],
  }));
  return <DataTable caption={t("kept.title")} head={[t("kept.why"), t("kept.tables")]} rows={rows} />;
}
