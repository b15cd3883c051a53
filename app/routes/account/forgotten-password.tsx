import { emailOnlySchema } from "#app/features/account/account-schema.ts";
import { EmailField } from "#app/features/account/components/email-field.tsx";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { askForLink } from "#app/features/account/send-link.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Route } from "./+types/forgotten-password";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({ access: "anyone", sameForGuests: true, load: () => null });

export const action = declareAction({
  access: "anyone",
  act: ({ ctx, form, href, web }) =>
    handleForm({
      form,
      schema: emailOnlySchema,
      run: async ({ email }) => {
        await askForLink(ctx, { purpose: "resetPassword", email, address: web.address });
        return redirectWithNotice(href("/forgotten-password"), "account:forgotten.sent");
      },
    }),
});

export default function ForgottenPassword({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(resultOf(actionData));
  return (
    <EntryPage title={t("forgotten.title")} lead={t("forgotten.lead")}>
      <Form method="post" noValidate className="grid gap-5">
        <FormErrors messages={errors.form} />
        <EmailField error={errors.field("email")} defaultValue={errors.typed("email")} />
        <Button>{t("forgotten.submit")}</Button>
      </Form>
    </EntryPage>
  );
}
