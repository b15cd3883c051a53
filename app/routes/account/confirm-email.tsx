import { z } from "zod";
import { tokenSchema } from "#app/features/account/account-schema.ts";
import { confirmEmailChange } from "#app/features/account/change-email.server.ts";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { isLinkAlive } from "#app/features/account/email-link.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Route } from "./+types/confirm-email";

// The link may be opened on another device than the one where the change was asked for: the token says whose it is.
export const loader = declareLoader({
  access: "anyone",
  search: z.object({ token: tokenSchema.optional().catch(undefined) }),
  load: async ({ ctx, search: { token } }) => {
    const now = ctx.clock.now();
    const alive = token && (await isLinkAlive(ctx.db, { token, purpose: "changeEmail", now }));
    return { token: alive ? token : undefined };
  },
});

export const action = declareAction({
  access: "anyone",
  act: ({ ctx, form, href }) =>
    handleForm({
      form,
      schema: z.object({ token: tokenSchema }),
      run: async ({ token }) => {
        await confirmEmailChange(ctx, { token });
        return redirectWithNotice(href(ctx.actor ? "/account/security" : "/sign-in"), "account:confirmEmail.done");
      },
    }),
});

export default function ConfirmEmail({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(resultOf(actionData));
  if (!token) {
    return (
      <EntryPage title={t("spent.title")} lead={t("spent.text")}>
        <FormErrors messages={errors.form} />
        <div>
          <Link to="/account/security" className={buttonClass()}>
            {t("nav.security")}
          </Link>
        </div>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t("confirmEmail.title")} lead={t("confirmEmail.text")}>
      <Form method="post" className="grid gap-5">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="token" value={token} />
        <Button>{t("confirmEmail.submit")}</Button>
      </Form>
    </EntryPage>
  );
}
