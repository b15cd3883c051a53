import { addSeats, changeGroup } from "#app/features/payment/access/change-group.server.ts";
import { closeGroupByHand } from "#app/features/payment/access/close-group.server.ts";
import { changeGroupSchema, closeGroupSchema, moreSeatsSchema } from "#app/features/payment/access/group-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ group: string }, unknown> & { form: FormData };

/** Does with a group what the button that was pressed says. */
export function groupActions({ form, params: { group: groupId }, personCtx, href }: Input) {
  const told = (act: string) => redirectWithNotice(href(`/admin/groups/${groupId}`), `group-admin:notice.${act}`);
  const intent = form.get("intent");
  if (intent === "more")
    return handleForm({
      form,
      schema: moreSeatsSchema,
      fieldOf: (code) => (code === "full" || code === "cohortFull" ? "seats" : undefined),
      run: async ({ seats, reference }) => {
        await addSeats(personCtx(), { groupId, seats, reference });
        return told("more");
      },
    });
  if (intent === "change")
    return handleForm({
      form,
      schema: changeGroupSchema,
      fieldOf: (code) => (code === "expiryPast" ? "expiresOn" : undefined),
      run: async ({ coordinatorEmail, expiresOn: expiresAt, reason }) => {
        await changeGroup(personCtx(), { groupId, coordinatorEmail, expiresAt, reason });
        return told("changed");
      },
    });
  if (intent === "close")
    return handleForm({
      form,
      schema: closeGroupSchema,
      run: async ({ reason }) => {
        await closeGroupByHand(personCtx(), { groupId, reason });
        return told("closed");
      },
    });
  throw notFound();
}
