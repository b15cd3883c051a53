import { redirect } from "react-router";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { NewPasswordField } from "#app/features/account/components/password-field.tsx";
import { signIn } from "#app/features/account/sign-in.server.ts";
import { acceptInvitation, findInvitation } from "#app/features/people/invitations/accept-invitation.server.ts";
import { acceptSchema, invitationParams } from "#app/features/people/invitations/invitation-schema.ts";
import { AgreeBoxes } from "#app/features/policy/components/agree-boxes.tsx";
import { MUST_AGREE } from "#app/features/policy/consents.server.ts";
import { findSignUpDemands } from "#app/features/policy/demands.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/invitation";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({
  access: "guestOnly",
  params: invitationParams,
  load: async ({ ctx, params: { token } }) => {
    const [invitation, demands] = await Promise.all([findInvitation(ctx, { token }), findSignUpDemands(ctx)]);
    return { invitation, demands };
  },
});

export const action = declareAction({
  access: "guestOnly",
  params: invitationParams,
  act: ({ ctx, form, href, params: { token }, request, web }) =>
    handleForm({
      form,
      schema: acceptSchema,
      fieldOf: (code) => (code === MUST_AGREE ? "agree" : undefined),
      run: async (newcomer): Promise<never> => {
        const { address } = web;
        const { password } = newcomer;
        const { email } = await acceptInvitation(ctx, { ...newcomer, token, address });
        const { cookies } = await signIn(ctx, { email, password, address, headers: request.headers });
        throw redirect(href("/learn"), { headers: cookies });
      },
    }),
});

export default function Invitation({ loaderData: { invitation, demands }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(resultOf(actionData));
  const toSignIn = (
    <p>
      <Link to="/sign-in" className={buttonClass({ kind: "quiet" })}>
        {t("signIn.submit")}
      </Link>
    </p>
  );
  if (!invitation || invitation.known) {
    const why = invitation ? "known" : "spent";
    return (
      <EntryPage title={t("invitation.title")}>
        <Notice kind="info" title={t(`invitation.${why}.title`)}>
          {t(`invitation.${why}.text`)}
        </Notice>
        {toSignIn}
      </EntryPage>
    );
  }
  const { email, name, titles } = invitation;
  return (
    <EntryPage title={t("invitation.title")} lead={t("invitation.lead")}>
      {titles.length > 0 ? (
        <Notice kind="success" title={t("invitation.courses")}>
          <ul>
            {titles.map((title) => (
              <li key={title.text}>
                <LocalText value={title} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {/* A new page follows, in the language of the person. */}
      <Form method="post" noValidate reloadDocument className="grid gap-5">
        <FormErrors messages={errors.form} />
        <p>
          {t("invitation.address")} <bdi dir="ltr">{email}</bdi>
        </p>
        {/* Keepers of passwords look for the name that a password belongs to. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field
          label={t("signUp.name")}
          name="name"
          dir="auto"
          autoComplete="name"
          required
          hint={t("signUp.nameHint")}
          error={errors.field("name")}
          defaultValue={errors.typed("name") ?? name}
        />
        <NewPasswordField name="password" label={t("password")} error={errors.field("password")} />
        <AgreeBoxes demands={demands} error={errors.field("agree")} result={resultOf(actionData)} />
        <Button>{t("signUp.submit")}</Button>
      </Form>
    </EntryPage>
  );
}
