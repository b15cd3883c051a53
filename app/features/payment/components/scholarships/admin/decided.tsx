import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FactList, SectionCard } from "#app/ui/section-card.tsx";
import type { ScholarshipToDecide } from "../../../scholarships/find-scholarship.server.ts";

/** What was decided: how much, borne by whom, and what came of it. */
export function Decided({ scholarship }: { scholarship: ScholarshipToDecide }) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { percent, fund, amount, decidedAt, decidedBy, order, status, cohort, reason } = scholarship;
  const money = fund && amount !== null ? formats.money(amount, fund.currency) : null;
  return (
    <SectionCard title={t(`status.${status}`)}>
      <FactList
        facts={[
          { label: t("one.share"), value: percent === null ? null : formats.percent(percent / 100) },
          {
            label: t("list.fund"),
            value: fund ? <Link to={`/admin/funds/${fund.id}`}>{fund.name}</Link> : percent ? t("fund.none") : null,
          },
          { label: t("fund.bears"), value: money === null ? null : <bdi>{money}</bdi> },
          {
            label: t("one.cohort"),
            value: percent && cohort ? <LocalText value={pickTranslated(cohort, locale)} /> : null,
          },
          { label: t("one.decided"), value: decidedAt ? formats.moment(decidedAt) : null },
          { label: t("one.by"), value: decidedBy ? <bdi>{decidedBy}</bdi> : null },
          {
            label: t("one.order"),
            value: order ? <Link to={`/admin/orders/${order.number}`}>{formats.number(order.number)}</Link> : null,
          },
          {
            label: t("one.told"),
            value: reason ? (
              <span dir="auto" className="block whitespace-pre-line">
                {reason}
              </span>
            ) : null,
          },
        ]}
      />
    </SectionCard>
  );
}
