import { redirect } from "react-router";
import { z } from "zod";
import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { TemplateDesk } from "#app/features/certificate/components/templates/template-desk.tsx";
import { TemplateUse } from "#app/features/certificate/components/templates/template-use.tsx";
import { TemplateVersions } from "#app/features/certificate/components/templates/template-versions.tsx";
import { findTemplate } from "#app/features/certificate/templates/find-template.server.ts";
import { loadTemplateVersion } from "#app/features/certificate/templates/load-template-version.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/certificate-template";

export const loader = declareLoader({
  access: "admin",
  params: z.object({ template: z.union([z.uuid(), z.literal("default")]) }),
  load: async ({ personCtx, params, href }) => {
    const ctx = personCtx();
    if (params.template === "default") {
      const { templateId } = await loadTemplateVersion(ctx, { templateId: null });
      throw redirect(href(`/admin/certificates/templates/${templateId}`));
    }
    return { template: await findTemplate(ctx, { templateId: params.template }), owner: ctx.actor.id };
  },
});

export default function CertificateTemplate({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-template");
  const { template, owner } = loaderData;
  const issued = template.versions.reduce((sum, version) => sum + version.issued, 0);
  return (
    <CertificateRooms
      room="templates"
      inner
      title={<bdi className="wrap-anywhere">{template.name}</bdi>}
      text={template.name}
      lead={
        <span className="flex flex-wrap items-center gap-3 text-base">
          {template.isDefault ? <Tag>{t("list.isDefault")}</Tag> : null}
          <TemplateUse id={template.id} {...template.uses} />
        </span>
      }
    >
      <Notice kind="info" className="mb-8">
        {issued === 0 ? t("desk.noneIssued") : t("desk.frozen", { count: issued })}
      </Notice>
      <TemplateDesk key={template.id} owner={owner} template={template} />
      <TemplateVersions template={template} />
    </CertificateRooms>
  );
}
