import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import {
  type ScholarshipFilters,
  scholarshipStatuses,
  scholarshipsHref,
} from "../../../scholarships/scholarship-filters.ts";

type StatusTabsProps = { filters: ScholarshipFilters; counts: Record<ScholarshipFilters["status"], number> };

/** The scholarships of each state that pass the other filters, counted; those that wait stand first. */
export function StatusTabs({ filters, counts }: StatusTabsProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  return (
    <nav aria-label={t("list.which")} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {([...scholarshipStatuses, "all"] as const).map((status) => {
          const isCurrent = status === filters.status;
          return (
            <li key={status}>
              <Link
                to={scholarshipsHref({ ...filters, status })}
                aria-current={isCurrent ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 no-underline sm:min-h-9",
                  isCurrent
                    ? "border-tile bg-tile-tint font-semibold text-tile-strong"
                    : "border-line-strong text-ink hover:bg-tile-tint",
                )}
              >
                {t(`status.${status}`)}
                <span className="text-ink-2 text-sm tabular-nums">{formats.number(counts[status])}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
