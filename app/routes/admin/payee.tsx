import { PayeeFields } from "#app/features/payment/components/documents/payee-fields.tsx";
import { payeeFormSchema } from "#app/features/payment/documents/payee-form.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Route } from "./+types/payee";

export const loader = declareLoader({
  access: "admin",
  load: async ({ ctx }) => (await findSettings(ctx.db)).payee,
});

export const action = declareAction({
  access: "admin",
  act: ({ form, href, personCtx }) =>
    handleForm({
      form,
      schema: payeeFormSchema,
      run: async (payee) => {
        await changeSettings(personCtx(), { payee });
        return redirectWithNotice(href("/admin/settings/payee"), "invoices:payee.saved");
      },
    }),
});

export default function PayeeSettings({ loaderData: payee, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("invoices");
  const result = actionData && "result" in actionData ? actionData.result : undefined;
  const { form } = useFormErrors(result);
  return (
    <SettingsRooms room="payee" lead={t("payee.lead")}>
      <Card>
        <Form method="post" className="grid gap-5">
          <FormErrors messages={form} />
          <PayeeFields payee={payee} result={result} />
          <div>
            <Button>{t("payee.save")}</Button>
          </div>
        </Form>
      </Card>
    </SettingsRooms>
  );
}
