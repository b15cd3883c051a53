import { findMyGroup } from "#app/features/payment/access/find-my-groups.server.ts";
import { groupAddressSchema, groupPageSchema } from "#app/features/payment/access/group-schema.ts";
import { MOST_LIST_BYTES } from "#app/features/payment/access/look-at-invitees.server.ts";
import { MyGroupPage } from "#app/features/payment/components/groups/my-group-page.tsx";
import { isAway, orAway } from "#app/platform/browser/or-away.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/group";
import { groupActions } from "./group-actions.server.ts";

export const loader = declareLoader({
  access: "signedIn",
  params: groupAddressSchema,
  search: groupPageSchema,
  load: async ({ personCtx, params, search }) => {
    const ctx = personCtx();
    const group = await findMyGroup(ctx, { groupId: params.group, cursor: search.cursor });
    return { group, owner: ctx.actor.id };
  },
});

export const action = declareAction({
  access: "signedIn",
  params: groupAddressSchema,
  // A list in a file and in the field, with what stands around them.
  limit: 3 * MOST_LIST_BYTES,
  act: (input) => groupActions(input),
});

/** A dead line leaves her where she is, with what she typed. */
export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orAway(serverAction);

export default function MyGroup({ loaderData, actionData }: Route.ComponentProps) {
  const away = isAway(actionData);
  return <MyGroupPage {...loaderData} told={away ? {} : (actionData ?? {})} away={away} />;
}
