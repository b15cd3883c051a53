import { redirect } from "react-router";
import { z } from "zod";
import { nextSchema, signUpSchema } from "#app/features/account/account-schema.ts";
import { EmailField } from "#app/features/account/components/email-field.tsx";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { NewPasswordField } from "#app/features/account/components/password-field.tsx";
import { signUp } from "#app/features/account/sign-up.server.ts";
import { AgreeBoxes } from "#app/features/policy/components/agree-boxes.tsx";
import { MUST_AGREE } from "#app/features/policy/consents.server.ts";
import { findSignUpDemands } from "#app/features/policy/demands.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/sign-up";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({
  access: "guestOnly",
  sameForGuests: true,
  search: z.object({ next: nextSchema, invitation: z.string().max(200).optional().catch(undefined) }),
  load: async ({ ctx, href, search }) => {
    if (search.invitation) throw redirect(href(`/invitations/${encodeURIComponent(search.invitation)}`));
    const [{ registration }, demands] = await Promise.all([findSettings(ctx.db), findSignUpDemands(ctx)]);
    return { next: search.next, mode: registration, demands };
  },
});

export const action = declareAction({
  access: "guestOnly",
  act: ({ ctx, form, href, web }) =>
    handleForm({
      form,
      schema: signUpSchema,
      run: async (newcomer) => {
        await signUp(ctx, { ...newcomer, address: web.address });
        return redirect(href("/verify-email"));
      },
      fieldOf: (code) => (code === MUST_AGREE ? "agree" : undefined),
    }),
});

export default function SignUp({ loaderData: { mode, next, demands }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(resultOf(actionData));
  if (mode !== "open") {
    const why = mode === "closed" ? "closed" : "byInvitation";
    return (
      <EntryPage title={t("signUp.title")}>
        <Notice kind="info" title={t(`signUp.${why}.title`)}>
          {t(`signUp.${why}.text`)}
        </Notice>
        <p>
          <Link to="/sign-in">{t("signIn.submit")}</Link>
        </p>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={t("signUp.title")} lead={t("signUp.lead")}>
      <Form method="post" noValidate className="grid gap-5">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="next" value={next ?? errors.typed("next") ?? ""} />
        <Field
          label={t("signUp.name")}
          name="name"
          dir="auto"
          autoComplete="name"
          required
          hint={t("signUp.nameHint")}
          error={errors.field("name")}
          defaultValue={errors.typed("name")}
        />
        <EmailField error={errors.field("email")} defaultValue={errors.typed("email")} />
        <NewPasswordField name="password" label={t("password")} error={errors.field("password")} />
        <AgreeBoxes demands={demands} error={errors.field("agree")} result={resultOf(actionData)} />
        <Button>{t("signUp.submit")}</Button>
      </Form>
      <p>
        {t("signUp.haveAccount")}{" "}
        <Link to={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}>{t("signIn.submit")}</Link>
      </p>
    </EntryPage>
  );
}
