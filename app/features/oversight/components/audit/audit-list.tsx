import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
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
  return (
    <DataTable
      caption={t("list.caption")}
      captionHidden
      head={[t("list.act"), t("list.when"), t("list.who"), t("list.subject"), t("list.reason")]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <Link key="act" to={`/admin/audit/${entry.id}`} className="inline-block min-w-40 font-semibold">
            {words.act(entry.action)}
          </Link>,
          <time key="at" dateTime={entry.at.toISOString()} className="whitespace-nowrap">
            {formats.moment(entry.at)}
          </time>,
          <AuditActor key="who" {...entry} />,
          <AuditSubjectText key="what" {...entry} />,
          entry.reason ? (
            <span key="why" dir="auto" className="block min-w-40 max-w-80 [overflow-wrap:anywhere]">
              {entry.reason}
            </span>
          ) : null,
        ],
      }))}
      empty={<EmptyState {...none} />}
    />
  );
}
