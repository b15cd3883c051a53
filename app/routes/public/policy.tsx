import { z } from "zod";
import { PolicyPage } from "#app/features/policy/components/policy-page.tsx";
import { findPolicy } from "#app/features/policy/find-policy.server.ts";
import { policySlugSchema } from "#app/features/policy/policy-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import type { Route } from "./+types/policy";

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  params: z.object({ policy: policySlugSchema }),
  load: async ({ ctx, params, url }) => ({
    policy: await findPolicy(ctx, { slug: params.policy }),
    origin: publicOrigin(url),
  }),
});

export default function Policy({ loaderData: { policy, origin } }: Route.ComponentProps) {
  return <PolicyPage policy={policy} origin={origin} path={`/policies/${policy.slug}`} />;
}
