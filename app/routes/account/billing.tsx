import { z } from "zod";
import { resultOf } from "#app/features/account/components/form-result.ts";
import {
  clearBillingDetails,
  findBillingDetails,
  saveBillingDetails,
} from "#app/features/payment/documents/billing-details.server.ts";
import { billingSchema } from "#app/features/payment/documents/billing-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { Route } from "./+types/billing";

export const loader = declareLoader({ access: "signedIn", load: ({ personCtx }) => findBillingDetails(personCtx()) });

const intentSchema = z.object({ intent: z.enum(["save", "clear"]) });

export const action = declareAction({
  access: "signedIn",
  act: async ({ personCtx, form, href }) => {
    const ctx = personCtx();
    const asked = intentSchema.safeParse(Object.fromEntries(form));
    if (!asked.success) throw notFound();
    if (asked.data.intent === "clear") {
      await clearBillingDetails(ctx);
      return redirectWithNotice(href("/account/billing"), "invoices:billing.cleared");
    }
    return handleForm({
      form,
      schema: billingSchema,
      run: async (details) => {
        await saveBillingDetails(ctx, details);
        return redirectWithNotice(href("/account/billing"), "invoices:billing.saved");
      },
    });
  },
});

export default function Billing({ loaderData: details, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("invoices");
  const result = resultOf(actionData, "save");
  const { field, form, typed } = useFormErrors(result);
  const filled = (name: "name" | "address" | "taxNumber") => ({
    ...{ name, label: t(`billing.${name}`), error: field(name) },
    defaultValue: (result ? typed(name) : details?.[name]) ?? "",
  });
  return (
    <>
      <PlainHead title={t("billing.title")} />
      <PageHeader title={t("billing.title")} lead={t("billing.lead")} />
      <Form method="post" className="grid max-w-xl gap-5" key={details?.name}>
        <FormErrors messages={form} />
        <Field {...filled("name")} dir="auto" maxLength={200} autoComplete="organization" required />
        <TextArea
          {...filled("address")}
          hint={t("billing.addressHint")}
          maxLength={500}
          rows={4}
          autoComplete="street-address"
        />
        <Field {...filled("taxNumber")} dir="ltr" maxLength={60} autoComplete="off" />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="save">
            {t("billing.save")}
          </Button>
          {details ? (
            <Button name="intent" value="clear" kind="plain" formNoValidate>
              {t("billing.clear")}
            </Button>
          ) : null}
        </div>
      </Form>
    </>
  );
}
