import { redirect } from "react-router";
import { z } from "zod";
import { nextSchema } from "#app/features/account/account-schema.ts";
import { AgreeBoxes } from "#app/features/policy/components/agree-boxes.tsx";
import { ConsentRecord } from "#app/features/policy/components/consent-record.tsx";
import { agree, findConsents, findMissingConsents, MUST_AGREE } from "#app/features/policy/consents.server.ts";
import { toRenewedDemand } from "#app/features/policy/demands.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/agreements";

export const loader = declareLoader({
  access: "signedIn",
  search: z.object({ next: nextSchema }),
  load: async ({ ctx, personCtx, search }) => {
    const { id } = personCtx().actor;
    const [missing, consents] = await Promise.all([findMissingConsents(ctx, id), findConsents(ctx, id)]);
    return { next: search.next, demands: missing.map((one) => toRenewedDemand(one, ctx.locale)), consents };
  },
});

export const action = declareAction({
  access: "signedIn",
  act: ({ form, href, personCtx }) =>
    handleForm({
      form,
      schema: z.object({ agree: z.array(z.uuid()).max(50).default([]), next: nextSchema }),
      run: async ({ agree: versionIds, next }) => {
        await agree(personCtx(), { versionIds });
        return redirect(href(next ?? "/learn"));
      },
      fieldOf: (code) => (code === MUST_AGREE ? "agree" : undefined),
    }),
});

export default function Agreements({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("policy");
  const result = actionData && "result" in actionData ? actionData.result : undefined;
  const errors = useFormErrors(result);
  const { demands, consents, next } = loaderData;
  const asks = demands.length > 0;
  return (
    <Container width="form" className="pb-16">
      <PlainHead title={t(asks ? "ask.title" : "mine.title")} />
      <PageHeader title={t(asks ? "ask.title" : "mine.title")} lead={t(asks ? "ask.lead" : "mine.lead")} />
      {asks ? (
        <Card>
          <Form method="post" noValidate className="grid gap-5">
            <FormErrors messages={errors.form} />
            <input type="hidden" name="next" value={next ?? errors.typed("next") ?? ""} />
            <AgreeBoxes demands={demands} error={errors.field("agree")} result={result} />
            <div>
              <Button>{t("ask.submit")}</Button>
            </div>
          </Form>
          <Form method="post" action="/sign-out" reloadDocument className="mt-4 grid gap-2 border-line border-t pt-4">
            <p className="text-ink-2 text-sm">{t("ask.otherwise")}</p>
            <div>
              <Button kind="quiet">{t("ui:nav.signOut")}</Button>
            </div>
          </Form>
        </Card>
      ) : null}
      {asks && consents.length === 0 ? null : <ConsentRecord consents={consents} />}
    </Container>
  );
}
