import { z } from "zod";
import { resultOf } from "#app/features/account/components/form-result.ts";
import {
  ChangeFundForm,
  CloseFundForm,
} from "#app/features/payment/components/scholarships/admin/change-fund-forms.tsx";
import { FundGrants } from "#app/features/payment/components/scholarships/admin/fund-grants.tsx";
import { FundSums } from "#app/features/payment/components/scholarships/admin/fund-sums.tsx";
import { ScholarshipRooms } from "#app/features/payment/components/scholarships/admin/scholarship-rooms.tsx";
import { findFund } from "#app/features/payment/scholarships/funds/find-funds.server.ts";
import { changeFundSchema, closeFundSchema } from "#app/features/payment/scholarships/funds/fund-schema.ts";
import { changeFund, closeFund } from "#app/features/payment/scholarships/funds/make-fund.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/fund";

const params = z.object({ fund: z.uuid() });

export const loader = declareLoader({
  access: "admin",
  params,
  load: ({ personCtx, params: { fund: id } }) => findFund(personCtx(), { id }),
});

export const action = declareAction({
  access: "admin",
  params,
  intents: ["change", "open", "close"],
  act: async ({ personCtx, params: { fund: id }, form, href }) => {
    const ctx = personCtx();
    const { currency } = await findFund(ctx, { id });
    const told = (what: string) => redirectWithNotice(href(`/admin/funds/${id}`), `scholarship-admin:told.${what}`);
    if (form.get("intent") === "change")
      return handleForm({
        form,
        schema: changeFundSchema(currency),
        fieldOf: () => "limit",
        run: async (changed) => {
          await changeFund(ctx, { ...changed, id });
          return told("changed");
        },
      });
    return handleForm({
      form,
      schema: closeFundSchema,
      run: async ({ intent, reason }) => {
        await closeFund(ctx, { id, open: intent === "open", reason });
        return told(intent);
      },
    });
  },
});

export default function Fund({ loaderData: fund, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("scholarship-admin");
  const change = useFormErrors(resultOf(actionData, "change"));
  const close = useFormErrors(resultOf(actionData, "close") ?? resultOf(actionData, "open"));
  return (
    <ScholarshipRooms
      room="funds"
      inner
      title={<bdi>{fund.name}</bdi>}
      text={fund.name}
      lead={fund.closedAt ? <Tag kind="plain">{t("fund.closed")}</Tag> : undefined}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <SectionCard title={t("fund.how")}>
            <FundSums fund={fund} />
          </SectionCard>
          <FundGrants fund={fund} />
        </div>
        <div className="grid min-w-0 gap-6">
          <ChangeFundForm key={`${fund.name} ${fund.limitAmount}`} fund={fund} errors={change} />
          <CloseFundForm key={fund.closedAt ? "closed" : "open"} fund={fund} errors={close} />
        </div>
      </div>
    </ScholarshipRooms>
  );
}
