import { z } from "zod";
import { changePolicy, removePolicy, savePolicyDraft } from "#app/features/policy/admin/change-policy.server.ts";
import { findPolicyDraft } from "#app/features/policy/admin/find-policies.server.ts";
import { DraftForm } from "#app/features/policy/components/draft-form.tsx";
import { PolicyRules } from "#app/features/policy/components/policy-rules.tsx";
import { draftSchema, policySlugSchema } from "#app/features/policy/policy-schema.ts";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Route } from "./+types/policy";

const params = z.object({ policy: policySlugSchema });

export const loader = declareLoader({
  access: "admin",
  params,
  search: z.object({ language: localeSchema.optional() }),
  load: ({ personCtx, ctx, params: { policy }, search }) =>
    findPolicyDraft(personCtx(), { slug: policy, language: search.language ?? ctx.locale }),
});

const box = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export const action = declareAction({
  access: "admin",
  params,
  intents: ["draft", "rules", "remove"],
  act: async ({ form, href, personCtx, params: { policy: slug } }) => {
    const page = href(`/admin/policies/${slug}`);
    const intent = form.get("intent");
    if (intent === "remove") {
      await removePolicy(personCtx(), { slug });
      return redirectWithNotice(href("/admin/policies"), "policy-admin:removed");
    }
    if (intent === "rules") {
      return handleForm({
        form,
        schema: z.object({ demanded: box, withdrawn: box }),
        run: async (rules) => {
          await changePolicy(personCtx(), { slug, ...rules });
          return redirectWithNotice(page, "policy-admin:rules.saved");
        },
      });
    }
    return handleForm({
      form,
      schema: draftSchema,
      run: async (draft) => {
        await savePolicyDraft(personCtx(), { slug, ...draft });
        return redirectWithNotice(`${page}?language=${draft.language}`, "policy-admin:draft.saved");
      },
    });
  },
});

export default function Policy({ loaderData, actionData }: Route.ComponentProps) {
  const result = actionData && "result" in actionData ? actionData.result : undefined;
  return (
    <SettingsRooms room="policies" title={loaderData.name.title || loaderData.slug} lead="">
      <div className="grid gap-6">
        <DraftForm
          key={`${loaderData.language}.${loaderData.revision}`}
          draft={loaderData}
          result={result?.initialValue?.intent === "draft" ? result : undefined}
        />
        <PolicyRules policy={loaderData} />
      </div>
    </SettingsRooms>
  );
}
