import { OWN_PACE } from "#app/features/payment/checkout/offered-choices.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { ScholarshipToDecide } from "../../../scholarships/find-scholarship.server.ts";
import { reckonGrant } from "../../../scholarships/reckon-grant.ts";

/** What stands in the form of granting. */
export type GrantTyped = { share: string; percent: string; fund: string; cohort: string };

type GrantPreviewProps = {
  typed: GrantTyped;
  prices: NonNullable<ScholarshipToDecide["terms"]>["prices"];
  funds: ScholarshipToDecide["funds"];
};

/** What a grant comes to as it is filled in: what is waived, what she pays, what is left in the fund then. */
export function GrantPreview({ typed: { share, percent, fund, cohort }, prices, funds }: GrantPreviewProps) {
  const { t } = useTranslation("scholarship-admin");
  const formats = useFormats();
  const price = prices[cohort] ?? prices[OWN_PACE];
  if (!price) return null;
  const bearing = funds.find(({ id }) => id === fund) ?? null;
  const reckoned = reckonGrant({ price, percent: share === "full" ? 100 : Number(percent), fund: bearing });
  const money = (amount: number, currency = price.currency) => <bdi>{formats.money(amount, currency)}</bdi>;
  const line = "flex flex-wrap justify-between gap-x-6";
  return (
    <section aria-label={t("preview.title")} className="rounded-sm bg-surface-2 px-4 py-3">
      <dl className="grid gap-1.5">
        <div className={line}>
          <dt>{t("preview.price")}</dt>
          <dd>{money(price.amount)}</dd>
        </div>
        {reckoned ? (
          <>
            <div className={line}>
              <dt>{t(bearing ? "fund.bears" : "preview.waived")}</dt>
              <dd className="font-semibold">{money(reckoned.waived)}</dd>
            </div>
            <div className={line}>
              <dt>{t("preview.pays")}</dt>
              <dd>{money(reckoned.pays)}</dd>
            </div>
            {bearing && reckoned.left !== null ? (
              <div className={line}>
                <dt>{t("preview.left")}</dt>
                <dd>{money(reckoned.left, bearing.currency)}</dd>
              </div>
            ) : null}
          </>
        ) : null}
      </dl>
      <p role="status" className="pt-2 font-medium text-danger text-sm empty:hidden">
        {reckoned?.problem ? t(`errors.${reckoned.problem}`) : null}
      </p>
    </section>
  );
}
