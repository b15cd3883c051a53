import { redirect } from "react-router";
import { z } from "zod";
import { nextSchema, secondFactorSchema } from "#app/features/account/account-schema.ts";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { CodeField } from "#app/features/account/components/second-factor-steps.tsx";
import { awaitsSecondFactor, verifySecondFactor } from "#app/features/account/verify-second-factor.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { Route } from "./+types/second-factor";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

export const loader = declareLoader({
  access: "guestOnly",
  search: z.object({ next: nextSchema }),
  load: ({ search, request, href }) => {
    if (!awaitsSecondFactor(request.headers)) throw redirect(href("/sign-in"));
    return { next: search.next };
  },
});

export const action = declareAction({
  access: "guestOnly",
  act: ({ ctx, form, href, request, web }) =>
    handleForm({
      form,
      schema: secondFactorSchema,
      fieldOf: (code) => (code === "wrongCode" ? "code" : undefined),
      run: async ({ next, ...answer }) => {
        const caller = { address: web.address, headers: request.headers };
        const { cookies } = await verifySecondFactor(ctx, { ...answer, ...caller });
        return redirect(next ?? href("/learn"), { headers: cookies });
      },
    }),
});

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const result = resultOf(actionData);
  const byBackup = result?.initialValue?.kind === "backup";
  const errors = useFormErrors(result);
  const next = <input type="hidden" name="next" value={loaderData.next ?? ""} />;
  return (
    <EntryPage title={t("secondFactor.title")} lead={t("secondFactor.lead")}>
      <FormErrors messages={errors.form} />
      <Form method="post" noValidate reloadDocument className="grid gap-5">
        {next}
        <input type="hidden" name="kind" value="totp" />
        <CodeField error={byBackup ? undefined : errors.field("code")} />
        <Button>{t("secondFactor.submit")}</Button>
      </Form>
      <Disclosure open={byBackup} summary={t("secondFactor.useBackup")}>
        <Form method="post" noValidate reloadDocument className="grid gap-5">
          {next}
          <input type="hidden" name="kind" value="backup" />
          <Field
            label={t("secondFactor.backup")}
            name="code"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="none"
            required
            hint={t("secondFactor.backupHint")}
            error={byBackup ? errors.field("code") : undefined}
          />
          <Button kind="quiet">{t("secondFactor.submit")}</Button>
        </Form>
      </Disclosure>
      <p>
        <Link to="/sign-in">{t("secondFactor.again")}</Link>
      </p>
    </EntryPage>
  );
}
