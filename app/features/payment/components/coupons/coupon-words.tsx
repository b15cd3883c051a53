import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { CouponStanding } from "../../coupons/coupon-standing.ts";
import type { Coupon } from "../../coupons/find-coupons.server.ts";
import { Told, Window } from "../prices/price-words.tsx";

/** How much a coupon takes off. */
export function TakesOff({ coupon }: { coupon: Pick<Coupon, "kind" | "percentOff" | "amountOff" | "currency"> }) {
  const { t } = useTranslation("coupons");
  const { money, percent } = useFormats();
  const { kind, percentOff, amountOff, currency } = coupon;
  if (kind === "percent") return t("takesOff.percent", { share: percent((percentOff ?? 0) / 100) });
  if (kind === "amount") return t("takesOff.amount", { amount: money(amountOff ?? 0, currency ?? "USD") });
  return t("takesOff.free");
}

/** Whether it can be used now. */
export function CouponTag({ standing }: { standing: CouponStanding }) {
  const { t } = useTranslation("coupons");
  const kind = standing === "usable" ? "tile" : standing === "later" ? "gold" : "plain";
  return <Tag kind={kind}>{t(`standing.${standing}`)}</Tag>;
}

/** For what it holds, until when, and how often it was and may be used. */
export function CouponTerms({ coupon }: { coupon: Coupon }) {
  const { t } = useTranslation("coupons");
  const { uses, maxUses, targets, limited, maxUsesPerPerson } = coupon;
  return (
    <div className="grid gap-1 text-sm">
      <p>
        {limited ? null : t("everything")}
        {limited && targets.length === 0 ? t("nothingLeft") : null}
        {targets.map(({ id, titles }, i) => (
          <span key={id}>
            {i > 0 ? t("prices:listComma") : null}
            <Told text={titles} />
          </span>
        ))}
      </p>
      <p className="text-ink-2">
        <Window startsAt={coupon.startsAt} endsAt={coupon.endsAt} />
      </p>
      <p className="text-ink-2">
        {maxUses === null ? t("uses", { count: uses }) : t("usesOf", { count: uses, most: maxUses })}
        {" · "}
        {maxUsesPerPerson === null ? t("anyPerPerson") : t("perPerson", { count: maxUsesPerPerson })}
      </p>
    </div>
  );
}
