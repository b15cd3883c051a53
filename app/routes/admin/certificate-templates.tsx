import { z } from "zod";
import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { TemplateList } from "#app/features/certificate/components/templates/template-list.tsx";
import { findTemplates } from "#app/features/certificate/templates/find-templates.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { Route } from "./+types/certificate-templates";
import { templatesActions } from "./certificate-templates-actions.server.ts";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx }) => ({ templates: await findTemplates(personCtx()) }),
});

export const action = declareAction({
  access: "admin",
  params: z.object({}),
  intents: ["new", "copy", "make-default", "delete"],
  act: (input) => templatesActions(input),
});

export default function CertificateTemplates({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-template");
  const { form } = useFormErrors(actionData?.result);
  return (
    <CertificateRooms
      room="templates"
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <Form method="post">
          <Button name="intent" value="new">
            <Icon name="plus" /> {t("list.new")}
          </Button>
        </Form>
      }
    >
      <FormErrors messages={form} />
      <TemplateList templates={loaderData.templates} />
    </CertificateRooms>
  );
}
