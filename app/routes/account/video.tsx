import { DataBudgetForm } from "#app/features/lecture/components/data-use/data-budget-form.tsx";
import { dataBudgetSchema } from "#app/features/lecture/data-use/data-use-schema.ts";
import { findDataUse } from "#app/features/lecture/data-use/find-data-use.server.ts";
import { setDataBudget } from "#app/features/lecture/data-use/set-data-budget.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/video";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => findDataUse(personCtx()),
});

/** Sets what she means to spend on video in a month. */
export const action = declareAction({
  access: "signedIn",
  act: ({ form, personCtx, href }) =>
    handleForm({
      form,
      schema: dataBudgetSchema,
      run: async (budget) => {
        await setDataBudget(personCtx(), budget);
        return redirectWithNotice(href("/account/video"), "account:video.saved");
      },
    }),
});

export default function Video({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const result = actionData && "result" in actionData ? actionData.result : undefined;
  return (
    <>
      <PlainHead title={t("video.title")} />
      <PageHeader title={t("video.title")} lead={t("video.lead")} />
      <DataBudgetForm {...loaderData} result={result} />
    </>
  );
}
