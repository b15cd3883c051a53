import { z } from "zod";
import { emailOnlySchema, nextSchema, tokenSchema } from "#app/features/account/account-schema.ts";
import { EmailField } from "#app/features/account/components/email-field.tsx";
import { EntryPage } from "#app/features/account/components/entry-page.tsx";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { isLinkAlive } from "#app/features/account/email-link.server.ts";
import { askForLink } from "#app/features/account/send-link.server.ts";
import { verifyEmail } from "#app/features/account/verify-email.server.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/verify-email";

export { passHeaders as headers } from "#app/platform/http/pass-headers.ts";

const searchSchema = z.object({ token: tokenSchema.optional().catch("spent"), next: nextSchema });

export const loader = declareLoader({
  access: "anyone",
  search: searchSchema,
  load: async ({ ctx, search: { token, next } }) => {
    if (!token) return { state: "check" as const };
    const alive = await isLinkAlive(ctx.db, { token, purpose: "verifyEmail", now: ctx.clock.now() });
    return alive ? { state: "confirm" as const, token, next } : { state: "spent" as const };
  },
});

type Input = RouteInput<unknown, unknown> & { form: FormData };

// A press is asked for, because mail programs open links to look at them.
export const action = declareAction({
  access: "anyone",
  act: (input) => (input.form.get("intent") === "ask" ? ask(input) : confirm(input)),
});

function ask({ ctx, form, href, web }: Input) {
  return handleForm({
    form,
    schema: emailOnlySchema,
    run: async ({ email }) => {
      await askForLink(ctx, { purpose: "verifyEmail", email, address: web.address });
      return redirectWithNotice(href("/verify-email"), "account:verify.asked");
    },
  });
}

function confirm({ ctx, form, href }: Input) {
  return handleForm({
    form,
    schema: z.object({ token: tokenSchema, next: nextSchema }),
    run: async ({ token, next }) => {
      await verifyEmail(ctx, { token });
      const query = next ? `?next=${encodeURIComponent(next)}` : "";
      return redirectWithNotice(`${href("/sign-in")}${query}`, "account:verify.done");
    },
  });
}

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const errors = useFormErrors(resultOf(actionData));
  if (loaderData.state === "confirm") {
    return (
      <EntryPage title={t("verify.title")} lead={t("verify.text")}>
        <Form method="post" className="grid gap-5">
          <FormErrors messages={errors.form} />
          <input type="hidden" name="token" value={loaderData.token} />
          <input type="hidden" name="next" value={loaderData.next ?? ""} />
          <Button>{t("verify.submit")}</Button>
        </Form>
      </EntryPage>
    );
  }
  const spent = loaderData.state === "spent";
  return (
    <EntryPage
      title={spent ? t("spent.title") : t("verify.checkTitle")}
      lead={spent ? t("spent.text") : t("verify.checkText")}
    >
      {spent ? null : (
        <Notice kind="info" title={t("verify.askTitle")}>
          {t("verify.askText")}
        </Notice>
      )}
      <Form method="post" action="/verify-email" noValidate className="grid gap-5">
        <FormErrors messages={errors.form} />
        <input type="hidden" name="intent" value="ask" />
        <EmailField error={errors.field("email")} defaultValue={errors.typed("email")} />
        <Button kind="quiet">{t("verify.askSubmit")}</Button>
      </Form>
    </EntryPage>
  );
}
