import { z } from "zod";
import { publishPolicy } from "#app/features/policy/admin/change-policy.server.ts";
import { findPolicyDraft } from "#app/features/policy/admin/find-policies.server.ts";
import { PublishForm } from "#app/features/policy/components/publish-form.tsx";
import { policySlugSchema, publishSchema } from "#app/features/policy/policy-schema.ts";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/publish-policy";

const params = z.object({ policy: policySlugSchema });

export const loader = declareLoader({
  access: "admin",
  params,
  load: ({ personCtx, ctx, params: { policy } }) =>
    findPolicyDraft(personCtx(), { slug: policy, language: ctx.locale }),
});

export const action = declareAction({
  access: "admin",
  params,
  act: ({ form, href, personCtx, params: { policy: slug } }) =>
    handleForm({
      form,
      schema: publishSchema,
      run: async (publishing) => {
        const number = await publishPolicy(personCtx(), { slug, ...publishing });
        return redirectWithNotice(href(`/admin/policies/${slug}`), "policy-admin:publish.done", { number });
      },
    }),
});

export default function PublishPolicy({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("policy-admin");
  const title = t("publish.title", { title: loaderData.name.title || loaderData.slug });
  return (
    <SettingsRooms room="policies" title={title} lead={t("publish.lead")}>
      <PublishForm policy={loaderData} result={actionData && "result" in actionData ? actionData.result : undefined} />
    </SettingsRooms>
  );
}
