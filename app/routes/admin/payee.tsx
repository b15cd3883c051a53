import { PayeeFields } from "#app/features/payment/components/documents/payee-fields.tsx";
import { payeeFormSchema } from "#app/features/payment/documents/payee-form.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
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
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("admin:settings.title"), to: "/admin/settings" },
    { label: t("payee.title") },
  ];
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={t("payee.title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("payee.title")}
        lead={t("payee.lead")}
      />
      <Card>
        <Form method="post" className="grid gap-5">
          <FormErrors messages={form} />
          <PayeeFields payee={payee} result={result} />
          <div>
            <Button>{t("payee.save")}</Button>
          </div>
        </Form>
      </Card>
    </Container>
  );
}
