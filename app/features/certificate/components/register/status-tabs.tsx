import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { certificateStatuses, type RegisterFilters, registerHref } from "../../register/register-filters.ts";
import { useCounted } from "./counted-text.ts";

type StatusTabsProps = {
  filters: RegisterFilters;
  counts: Record<"all" | (typeof certificateStatuses)[number], number>;
};

/** The certificates of each status that pass the other filters, counted. */
export function StatusTabs({ filters, counts }: StatusTabsProps) {
  const { t } = useTranslation("certificate-admin");
  const counted = useCounted();
  return (
    <nav aria-label={t("status.label")} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {(["all", ...certificateStatuses] as const).map((status) => {
          const isCurrent = status === (filters.status ?? "all");
          return (
            <li key={status}>
              <Link
                to={registerHref({ ...filters, status: status === "all" ? undefined : status })}
                aria-current={isCurrent ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 no-underline sm:min-h-9",
                  isCurrent
                    ? "border-tile bg-tile-tint font-semibold text-tile-strong"
                    : "border-line-strong text-ink hover:bg-tile-tint",
                )}
              >
                {t(`status.${status}`)}
                <span className="text-ink-2 text-sm tabular-nums">{counted(counts[status])}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
