import { z } from "zod";
import { resetPasswordSchema, tokenSchema } from "#app/features/account/account-schema.ts";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { NewPasswordField } from "#app/features/account/components/password-field.tsx";
import { isLinkAlive } from "#app/features/account/email-link.server.ts";
import { resetPassword } from "#app/features/account/reset-password.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Route } from "./+types/reset-password";

export const loader = declareLoader({
  access: "anyone",
  search: z.object({ token: tokenSchema.optional().catch(undefined) }),
  load: async ({ ctx, search: { token } }) => {
    const now = ctx.clock.now();
    const alive = token && (await isLinkAlive(ctx.db, { token, purpose: "resetPassword", now }));
    return { token: alive ? token : undefined };
  },
});

export const action = declareAction({
  access: "anyone",
  act: ({ ctx, form, href }) =>
    handleForm({
      form,
      schema: resetPasswordSchema,
      run: async (given) => {
        await resetPassword(ctx, given);
        return redirectWithNotice(href("/sign-in"), "account:reset.done");
      },
    }),
});

export default function ResetPassword({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(resultOf(actionData));
  if (!token) {
    return (
      <EntryPage title={t("spent.title")} lead={t("spent.text")}>
        <div>
          <Link to="/forgotten-password" className={buttonClass()}>
            {t("reset.askAgain")}
          </Link>
        </div>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t("reset.title")} lead={t("reset.lead")}>
      <Form method="post" noValidate className="grid gap-5">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="token" value={token} />
        <NewPasswordField name="password" label={t("reset.password")} error={errors.field("password")} />
        <Button>{t("reset.submit")}</Button>
      </Form>
    </EntryPage>
  );
}
