import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { PickCount } from "../../results/count-picks.ts";
import { type PartNames, PickText } from "./pick-text.tsx";

type PickTableProps = {
  picks: readonly PickCount[];
  names: PartNames;
  asked: number;
  groups: { upper: number; lower: number };
  locale: Locale;
};

/** What was answered how often: by all, and by the best and the weakest of them. */
export function PickTable({ picks, names, asked, groups, locale }: PickTableProps) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const share = (count: number, all: number) => (all === 0 ? "–" : formats.percent(count / all));
  const rows = picks.map((pick) => ({
    key: `${pick.part}/${pick.given}`,
    cells: [
      <span key="said" className="flex min-w-44 items-start gap-2">
        {pick.isRight ? (
          <span className="flex-none text-ok">
            <Icon name="check-circle" className="mt-1 size-4" />
            <span className="sr-only">{t("quiz:view.right")}</span>
          </span>
        ) : (
          <span className="size-4 flex-none" />
        )}
        <PickText pick={pick} names={names} locale={locale} />
      </span>,
      <Share key="share" share={asked === 0 ? 0 : pick.count / asked} isRight={pick.isRight} />,
      formats.number(pick.count),
      share(pick.upper, groups.upper),
      share(pick.lower, groups.lower),
    ],
  }));
  return (
    <DataTable
      caption={t("item.answers")}
      captionHidden
      head={[
        t("answer.the"),
        { key: "share", label: t("item.share") },
        { key: "count", label: t("item.count"), numeric: true },
        { key: "upper", label: t("item.upper"), numeric: true },
        { key: "lower", label: t("item.lower"), numeric: true },
      ]}
      rows={rows}
    />
  );
}

/** A bar beside its figure, from the side where lines begin. */
function Share({ share, isRight }: { share: number; isRight: boolean }) {
  const formats = useFormats();
  return (
    <span className="flex min-w-32 items-center gap-2">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="h-2 w-20 rtl:-scale-x-100">
        <rect width="100" height="8" className="fill-surface-2" />
        <rect width={Math.min(100, share * 100)} height="8" className={isRight ? "fill-ok" : "fill-line-strong"} />
      </svg>
      <span className="tabular-nums">{formats.percent(share)}</span>
    </span>
  );
}
