import { z } from "zod";
import { CouponForm } from "#app/features/payment/components/coupons/coupon-form.tsx";
import { CouponUses, SwitchCoupon } from "#app/features/payment/components/coupons/coupon-uses.tsx";
import { CouponTag, CouponTerms, TakesOff } from "#app/features/payment/components/coupons/coupon-words.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { fieldsOfCouponRefusals } from "#app/features/payment/coupons/coupon-errors.ts";
import { couponFormSchema } from "#app/features/payment/coupons/coupon-schema.ts";
import { type CouponPage, findCoupon, findCouponChoices } from "#app/features/payment/coupons/find-coupons.server.ts";
import { saveCoupon, switchCoupon } from "#app/features/payment/coupons/save-coupon.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Route } from "./+types/coupon";

const params = z.object({ coupon: z.union([z.uuid(), z.literal("new")]) });
const switches = z.enum(["switch-on", "switch-off"]);

export const loader = declareLoader({
  access: "admin",
  params,
  search: z.object({ before: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined) }),
  load: async ({ personCtx, params: { coupon: id }, search }) => {
    const [choices, page] = await Promise.all([
      findCouponChoices(personCtx()),
      id === "new" ? undefined : findCoupon(personCtx(), { id, ...search }),
    ]);
    return { choices, page };
  },
});

export const action = declareAction({
  access: "admin",
  params,
  intents: ["save", "switch-on", "switch-off"],
  act: async ({ personCtx, form, params: { coupon: id }, href }) => {
    const intent = switches.safeParse(form.get("intent"));
    if (intent.success) {
      if (id === "new") throw notFound();
      await switchCoupon(personCtx(), { id, on: intent.data === "switch-on" });
      return redirectWithNotice(href(`/admin/coupons/${id}`), `coupons:notice.${intent.data}`);
    }
    return handleForm({
      form,
      schema: couponFormSchema,
      fieldOf: (code) => fieldsOfCouponRefusals[code],
      run: async (coupon): Promise<never> => {
        const saved = await saveCoupon(personCtx(), { id: id === "new" ? null : id, coupon });
        throw redirectWithNotice(href(`/admin/coupons/${saved.id}`), "coupons:notice.saved");
      },
    });
  },
});

export default function CouponRoute({ loaderData: { choices, page }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("coupons");
  const result = actionData && "result" in actionData ? actionData.result : undefined;
  if (!page) {
    return (
      <PriceRooms room="coupons" within={[]} title={t("add")}>
        <CouponForm choices={choices} result={result} />
      </PriceRooms>
    );
  }
  return <OneCoupon page={page} choices={choices} result={result} />;
}

type OneCouponProps = Parameters<typeof CouponForm>[0] & { page: CouponPage };

function OneCoupon({ page, choices, result }: OneCouponProps) {
  const { t } = useTranslation("coupons");
  const { coupon } = page;
  const code = (
    <bdi dir="ltr" className="font-mono wrap-anywhere">
      {coupon.code}
    </bdi>
  );
  return (
    <PriceRooms
      room="coupons"
      within={[]}
      title={code}
      text={coupon.code}
      actions={<SwitchCoupon off={coupon.disabledAt !== null} />}
    >
      <div className="grid gap-8">
        <div className="grid gap-2">
          <p className="flex flex-wrap items-center gap-3">
            <strong className="text-lg">
              <TakesOff coupon={coupon} />
            </strong>
            <CouponTag standing={coupon.standing} />
          </p>
          <CouponTerms coupon={coupon} />
        </div>
        <Disclosure key={`${coupon.code} ${coupon.standing}`} summary={t("change")} open={result !== undefined}>
          <CouponForm coupon={coupon} choices={choices} result={result} />
        </Disclosure>
        <CouponUses page={page} />
      </div>
    </PriceRooms>
  );
}
