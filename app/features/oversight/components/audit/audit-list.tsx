import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { CardTable } from "#app/ui/card-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type AuditFilters, isNarrowed } from "../../audit/audit-filters.ts";
import type { AuditLine } from "../../audit/find-audit-entries.server.ts";
import { AuditActor, AuditSubjectText } from "./audit-subject.tsx";
import { useAuditWords } from "./use-audit-words.tsx";

/** What was done, the newest first; each act leads to all that is known of it. */
export function AuditList({ entries, filters }: { entries: readonly AuditLine[]; filters: AuditFilters }) {
  const { t } = useTranslation("audit");
  const formats = useFormats();
  const words = useAuditWords();
  const none = isNarrowed(filters)
    ? { title: t("list.noneFound"), text: t("list.noneFoundText") }
    : { title: t("list.none"), text: t("list.noneText") };
  if (entries.length === 0) return <EmptyState {...none} />;
  return (
    <CardTable
      caption={t("list.caption")}
      columns={[
        { key: "act", label: t("list.act") },
        { key: "at", label: t("list.when") },
        { key: "who", label: t("list.who"), className: "md:min-w-28" },
        { key: "what", label: t("list.subject"), className: "md:min-w-44" },
        { key: "why", label: t("list.reason"), className: "md:min-w-40" },
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <Link
            key="act"
            to={`/admin/audit/${entry.id}`}
            className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11 md:min-w-40"
          >
            {words.act(entry.action)}
          </Link>,
          <time key="at" dateTime={entry.at.toISOString()} className="text-ink-2">
            {formats.moment(entry.at)}
          </time>,
          <AuditActor key="who" {...entry} />,
          <AuditSubjectText key="what" {...entry} />,
          entry.reason ? (
            <span key="why" dir="auto" className="block max-w-80 text-start [overflow-wrap:anywhere]">
              {entry.reason}
            </span>
          ) : null,
        ],
      }))}
    />
  );
}
