import { z } from "zod";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { registrationModes } from "#app/features/setting/settings.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { Route } from "./+types/settings";

export const loader = declareLoader({ access: "admin", load: ({ ctx }) => findSettings(ctx.db) });

// A box that is not ticked is not sent.
const box = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export const action = declareAction({
  access: "admin",
  act: ({ form, href, personCtx }) =>
    handleForm({
      form,
      schema: z.object({ registration: z.enum(registrationModes), staffSecondFactor: box }),
      run: async (wanted) => {
        await changeSettings(personCtx(), wanted);
        return redirectWithNotice(href("/admin/settings"), "admin:settings.saved");
      },
    }),
});

export default function Settings({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("admin");
  const places = [{ label: t("title"), to: "/admin" }, { label: t("settings.title") }];
  const modes = ["open", "invitation", "closed"] as const;
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={t("settings.title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("settings.title")}
        lead={t("settings.lead")}
      />
      <Card>
        <Form method="post" className="grid gap-5">
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-bold font-read text-xl">{t("settings.people")}</legend>
            <RadioGroup
              legend={t("settings.registration")}
              name="registration"
              hint={t("settings.registrationHint")}
              options={modes.map((mode) => ({ value: mode, label: t(`settings.registrationModes.${mode}`) }))}
              defaultValue={loaderData.registration}
            />
            <Checkbox
              name="staffSecondFactor"
              label={t("settings.staffSecondFactor")}
              hint={t("settings.staffSecondFactorHint")}
              defaultChecked={loaderData.staffSecondFactor}
            />
          </fieldset>
          <div>
            <Button>{t("settings.save")}</Button>
          </div>
        </Form>
      </Card>
      <Card className="mt-6">
        <h2 className="mb-2 font-bold font-read text-xl">
          <Link to="/admin/settings/payee">{t("invoices:payee.title")}</Link>
        </h2>
        <p className="text-ink-2">{t("invoices:payee.card")}</p>
      </Card>
    </Container>
  );
}
