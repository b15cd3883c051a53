import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { FundInList } from "../../../scholarships/funds/find-funds.server.ts";
import { FundSums } from "./fund-sums.tsx";

/** All funds, with what each gave and has left. */
export function FundList({ funds }: { funds: readonly FundInList[] }) {
  const { t } = useTranslation("scholarship-admin");
  if (funds.length === 0) return <EmptyState title={t("fund.empty.title")} text={t("fund.empty.text")} />;
  return (
    <ul className="grid gap-4">
      {funds.map((fund) => (
        <Card as="li" key={fund.id} className="grid gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="font-bold font-read text-xl">
              <Link to={`/admin/funds/${fund.id}`}>
                <bdi className="wrap-anywhere">{fund.name}</bdi>
              </Link>
            </h2>
            {fund.closedAt ? <Tag kind="plain">{t("fund.closed")}</Tag> : null}
          </div>
          <FundSums fund={fund} />
          <p className="text-ink-2 text-sm">{t("fund.scholarships", { count: fund.scholarships })}</p>
        </Card>
      ))}
    </ul>
  );
}
