import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { FundInList } from "../../../scholarships/funds/find-funds.server.ts";

type FundSumsProps = {
  fund: Pick<FundInList, "currency" | "limitAmount" | "grantedAmount"> & { unusedAmount?: number };
};

/** What a fund may give, gave, and has left. */
export function FundSums({ fund }: FundSumsProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const { currency, limitAmount, grantedAmount, unusedAmount } = fund;
  const sums = [
    { key: "limit", amount: limitAmount },
    { key: "granted", amount: grantedAmount },
    ...(unusedAmount === undefined ? [] : [{ key: "unused", amount: unusedAmount }]),
    { key: "left", amount: limitAmount - grantedAmount },
  ];
  return (
    <div className="grid gap-3">
      <ProgressBar label={t("fund.share")} value={grantedAmount / limitAmount} />
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {sums.map(({ key, amount }) => (
          <div key={key}>
            <dt className="text-ink-2 text-sm">{t(`fund.sums.${key}`)}</dt>
            <dd className="font-semibold tabular-nums">
              <bdi>{formats.money(amount, currency)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
