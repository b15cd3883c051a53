import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { FundShown } from "../../../scholarships/funds/find-funds.server.ts";
import { scholarshipsHref } from "../../../scholarships/scholarship-filters.ts";
import { Item } from "./scholarship-list.tsx";

/** The scholarships that a fund bore last, to whom and by whom. */
export function FundGrants({ fund }: { fund: FundShown }) {
  const { t } = useTranslation("scholarship-admin");
  return (
    <SectionCard title={t("fund.scholarships", { count: fund.scholarships })}>
      {fund.newest.length === 0 ? (
        <p className="text-ink-2">{t("fund.noGrants")}</p>
      ) : (
        <ul className="-mx-4 divide-y divide-line">
          {fund.newest.map((scholarship) => (
            <Item key={scholarship.id} scholarship={scholarship} />
          ))}
        </ul>
      )}
      {fund.more ? (
        <p className="pt-3">
          <Link to={scholarshipsHref({ status: "all", fund: fund.id })}>{t("fund.all")}</Link>
        </p>
      ) : null}
    </SectionCard>
  );
}
