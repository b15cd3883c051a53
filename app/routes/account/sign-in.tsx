import { redirect } from "react-router";
import { z } from "zod";
import { nextSchema, signInSchema } from "#app/features/account/account-schema.ts";
import { EmailField } from "#app/features/account/components/email-field.tsx";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { PasskeySignIn } from "#app/features/account/components/passkey-sign-in.tsx";
import { passkeySignInSchema } from "#app/features/account/passkey-schema.ts";
import { signIn } from "#app/features/account/sign-in.server.ts";
import { signInByPasskey } from "#app/features/account/sign-in-by-passkey.server.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Route } from "./+types/sign-in";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({
  access: "guestOnly",
  sameForGuests: true,
  search: z.object({ next: nextSchema }),
  load: ({ search }) => ({ next: search.next }),
});

type Input = RouteInput<unknown, unknown> & { form: FormData };

export const action = declareAction({
  access: "guestOnly",
  act: (input) => (input.form.get("intent") === "passkey" ? byPasskey(input) : byPassword(input)),
});

function byPassword({ ctx, form, href, request, web }: Input) {
  return handleForm({
    form,
    schema: signInSchema,
    run: async ({ next, ...given }) => {
      const caller = { address: web.address, headers: request.headers };
      const { state, cookies } = await signIn(ctx, { ...given, ...caller, next });
      const query = next ? `?next=${encodeURIComponent(next)}` : "";
      if (state === "secondFactor") return redirect(`${href("/sign-in/code")}${query}`, { headers: cookies });
      if (state === "unverified") return redirect(href("/verify-email"));
      return redirect(next ?? href("/learn"), { headers: cookies });
    },
  });
}

function byPasskey({ ctx, form, href, request, web }: Input) {
  return handleForm({
    form,
    schema: passkeySignInSchema.extend({ next: nextSchema }),
    run: async ({ answer, next }) => {
      const caller = { address: web.address, headers: request.headers };
      const { cookies } = await signInByPasskey(ctx, { answer, ...caller });
      return redirect(next ?? href("/learn"), { headers: cookies });
    },
  });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const result = resultOf(actionData);
  const withPasskey = resultOf(actionData, "passkey");
  const passkeyErrors = useFormErrors(withPasskey);
  const errors = useFormErrors(withPasskey ? undefined : result);
  const next = loaderData.next ?? errors.typed("next");
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <EntryPage title={t("signIn.title")}>
      {/* A new page follows, in the language of the person. */}
      <Form method="post" noValidate reloadDocument className="grid gap-5">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="next" value={next ?? ""} />
        <EmailField autoComplete="username" error={errors.field("email")} defaultValue={errors.typed("email")} />
        <Field
          label={t("password")}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={errors.field("password")}
        />
        <Button>{t("signIn.submit")}</Button>
      </Form>
      <PasskeySignIn next={next} errors={passkeyErrors.form} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link to="/forgotten-password">{t("signIn.forgotten")}</Link>
        <span>
          {t("signIn.newHere")} <Link to={`/sign-up${query}`}>{t("signUp.title")}</Link>
        </span>
      </p>
    </EntryPage>
  );
}
