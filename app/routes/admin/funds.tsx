import { MakeFundForm } from "#app/features/payment/components/scholarships/admin/fund-form.tsx";
import { FundList } from "#app/features/payment/components/scholarships/admin/fund-list.tsx";
import { ScholarshipRooms } from "#app/features/payment/components/scholarships/admin/scholarship-rooms.tsx";
import { findFunds } from "#app/features/payment/scholarships/funds/find-funds.server.ts";
import { makeFundSchema } from "#app/features/payment/scholarships/funds/fund-schema.ts";
import { makeFund } from "#app/features/payment/scholarships/funds/make-fund.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/funds";

export const loader = declareLoader({
  access: "admin",
  load: ({ personCtx }) => findFunds(personCtx()),
});

export const action = declareAction({
  access: "admin",
  intents: ["make"],
  act: ({ personCtx, form, href }) =>
    handleForm({
      form,
      schema: makeFundSchema,
      run: async (fund) => {
        const id = await makeFund(personCtx(), fund);
        return redirectWithNotice(href(`/admin/funds/${id}`), "scholarship-admin:told.made");
      },
    }),
});

export default function Funds({ loaderData: { funds, currencies }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("scholarship-admin");
  const errors = useFormErrors(actionData?.result);
  return (
    <ScholarshipRooms room="funds" title={t("rooms.funds")} text={t("rooms.funds")} lead={t("fund.lead")}>
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <FundList funds={funds} />
        <MakeFundForm currencies={currencies} errors={errors} />
      </div>
    </ScholarshipRooms>
  );
}
