import { redirect } from "react-router";
import { z } from "zod";
import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { DifferenceList } from "#app/features/certificate/components/templates/difference-list.tsx";
import { listDifferences } from "#app/features/certificate/components/templates/template-draft.ts";
import { TemplatePreview } from "#app/features/certificate/components/templates/template-preview.tsx";
import { findTemplateVersion } from "#app/features/certificate/templates/find-template.server.ts";
import { loadTemplateVersion } from "#app/features/certificate/templates/load-template-version.server.ts";
import { restoreTemplateVersion } from "#app/features/certificate/templates/restore-version.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import type { Route } from "./+types/certificate-template-version";

const number = z.coerce.number().pipe(z.int().min(1).max(1_000_000));
const params = z.object({ template: z.uuid(), number });

export const loader = declareLoader({
  access: "admin",
  params: z.object({ template: z.union([z.uuid(), z.literal("default")]), number }),
  load: async ({ personCtx, params: { template, number }, href }) => {
    const ctx = personCtx();
    if (template !== "default") return findTemplateVersion(ctx, { templateId: template, number });
    const { templateId } = await loadTemplateVersion(ctx, { templateId: null });
    throw redirect(href(`/admin/certificates/templates/${templateId}/versions/${number}`));
  },
});

export const action = declareAction({
  access: "admin",
  params,
  intents: ["restore"],
  act: async ({ personCtx, params: { template: templateId, number: old }, href, form }) => {
    if (form.get("intent") !== "restore") throw notFound();
    const number = await restoreTemplateVersion(personCtx(), { templateId, number: old });
    const address = href(`/admin/certificates/templates/${templateId}`);
    throw redirectWithNotice(address, "certificate-template:notice.restored", { old, number });
  },
});

export default function CertificateTemplateVersion({ loaderData, params }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-template");
  const formats = useFormats();
  const { template, version } = loaderData;
  const { name } = template;
  const at = formats.moment(version.at);
  const differences = listDifferences({ name, design: version.design }, { name, design: template.design });
  return (
    <CertificateRooms
      room="templates"
      inner
      title={t("versions.of", { number: version.number, name })}
      lead={version.by === null ? at : t("versions.by", { name: version.by, at })}
      actions={
        differences.length > 0 ? (
          <Form method="post">
            <Button name="intent" value="restore">
              {t("versions.restore")}
            </Button>
          </Form>
        ) : null
      }
    >
      <p className="mb-6 flex flex-wrap gap-x-6 text-ink-2">
        <span>{version.issued === 0 ? t("list.noneIssued") : t("list.issued", { count: version.issued })}</span>
        <Link
          to={`/admin/certificates/templates/${params.template}`}
          className="inline-flex min-h-11 items-center sm:min-h-0"
        >
          {t("versions.toTemplate")}
        </Link>
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
        <TemplatePreview design={version.design} />
        <section aria-labelledby="differences" className="grid min-w-0 gap-3">
          <h2 id="differences" className="font-bold font-read text-2xl">
            {t("versions.toNewest", { number: template.number })}
          </h2>
          <DifferenceList
            differences={differences}
            before={t("versions.number", { number: version.number })}
            after={t("versions.number", { number: template.number })}
          />
        </section>
      </div>
    </CertificateRooms>
  );
}
