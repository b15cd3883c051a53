import { redirect } from "react-router";
import { createPolicy, takeSuggestedPolicy } from "#app/features/policy/admin/change-policy.server.ts";
import { findPolicies } from "#app/features/policy/admin/find-policies.server.ts";
import { NewPolicyForm, SuggestedPolicies } from "#app/features/policy/components/new-policy-form.tsx";
import { PolicyList } from "#app/features/policy/components/policy-list.tsx";
import { newPolicySchema } from "#app/features/policy/policy-schema.ts";
import { SettingsRooms } from "#app/features/setting/components/settings-rooms.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import type { Route } from "./+types/policies";

export const loader = declareLoader({ access: "admin", load: ({ personCtx }) => findPolicies(personCtx()) });

export const action = declareAction({
  access: "admin",
  intents: ["", "suggested"],
  act: ({ form, href, personCtx }) => {
    const fieldOf = (code: string) => (code === "slugTaken" ? "slug" : undefined);
    if (form.get("intent") === "suggested") {
      return handleForm({
        form,
        schema: newPolicySchema.pick({ slug: true }),
        run: async ({ slug }) => {
          await takeSuggestedPolicy(personCtx(), { slug });
          return redirect(href(`/admin/policies/${slug}`));
        },
      });
    }
    return handleForm({
      form,
      schema: newPolicySchema,
      run: async (policy) => {
        await createPolicy(personCtx(), policy);
        return redirect(href(`/admin/policies/${policy.slug}`));
      },
      fieldOf,
    });
  },
});

export default function Policies({ loaderData, actionData }: Route.ComponentProps) {
  const { policies, people, suggested } = loaderData;
  return (
    <SettingsRooms room="policies">
      <div className="grid gap-6">
        <PolicyList policies={policies} people={people} />
        <SuggestedPolicies slugs={suggested} />
        <NewPolicyForm result={actionData && "result" in actionData ? actionData.result : undefined} />
      </div>
    </SettingsRooms>
  );
}
