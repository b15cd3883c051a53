import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import { type CouponFilters, couponsHref } from "../../coupons/coupon-filters.ts";
import { couponStandings } from "../../coupons/coupon-standing.ts";
import type { Coupon } from "../../coupons/find-coupons.server.ts";
import { CouponTag, CouponTerms, TakesOff } from "./coupon-words.tsx";

/** Which coupons are looked for; all of it goes into the address. */
export function CouponSearch({ filters }: { filters: CouponFilters }) {
  const { t } = useTranslation("coupons");
  const { q, standing } = filters;
  return (
    <search className="mb-6">
      <Form
        key={couponsHref(filters)}
        action="/admin/coupons"
        className="grid items-end gap-3 rounded border border-line bg-surface p-4 sm:grid-cols-[2fr_1fr_auto]"
      >
        <Field type="search" name="q" label={t("search")} defaultValue={q} dir="auto" maxLength={60} />
        <Select
          name="standing"
          label={t("standing.label")}
          options={[
            { value: "", label: t("standing.any") },
            ...couponStandings.map((value) => ({ value, label: t(`standing.${value}`) })),
          ]}
          defaultValue={standing ?? ""}
        />
        <div className="flex flex-wrap gap-2">
          <Button>
            <Icon name="search" /> {t("prices:show")}
          </Button>
          {q || standing ? (
            <Link to={couponsHref({})} className={buttonClass({ kind: "plain" })}>
              {t("prices:clear")}
            </Link>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

/** Coupons with what they take off, for what they hold, and how often they were used. */
export function CouponList({ coupons }: { coupons: readonly Coupon[] }) {
  return (
    <ul className="grid gap-3">
      {coupons.map((coupon) => (
        <li key={coupon.id} className="grid gap-2 rounded border border-line bg-surface px-4 py-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="font-semibold text-lg">
              <Link to={`/admin/coupons/${coupon.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
                <bdi dir="ltr" className="font-mono wrap-anywhere">
                  {coupon.code}
                </bdi>
              </Link>
            </h2>
            <strong>
              <TakesOff coupon={coupon} />
            </strong>
            <CouponTag standing={coupon.standing} />
          </div>
          <CouponTerms coupon={coupon} />
          {coupon.note ? (
            <p dir="auto" className="text-ink-2 text-sm wrap-anywhere">
              {coupon.note}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
