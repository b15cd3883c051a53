import type { SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import { handOutSchema, invitationSchema, inviteSchema } from "#app/features/payment/access/group-schema.ts";
import { handOutCodes } from "#app/features/payment/access/hand-out-codes.server.ts";
import {
  inviteToGroup,
  resendInvitation,
  takeBackInvitation,
} from "#app/features/payment/access/invite-to-group.server.ts";
import { type InviteesLook, lookAtInvitees, readGiven } from "#app/features/payment/access/look-at-invitees.server.ts";
import { openMyGroup } from "#app/features/payment/access/open-my-group.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<{ group: string }, unknown> & { form: FormData };

type Answer = {
  look?: InviteesLook;
  /** What was written to be looked at. */
  typed?: string;
  /** Why it could not be. */
  refused?: string;
  result?: SubmissionResult<string[]>;
};

const answer = (told: Answer, init?: ResponseInit) => data(told, init);

/** Does what a form of a coordinator's page asks for by its `intent`. */
export async function groupActions(input: Input) {
  const { form, params, personCtx } = input;
  await openMyGroup(personCtx(), { groupId: params.group });
  const intent = form.get("intent");
  if (intent === "look") return look(input);
  const acts = { invite, resend: actOnInvitation, takeBack: actOnInvitation, handOut };
  const act = Object.entries(acts).find(([name]) => name === intent)?.[1];
  if (!act) throw notFound();
  const refused = await act(input);
  return answer({ result: refused.data.result }, refused.init ?? undefined);
}

async function look({ form, params, personCtx }: Input) {
  const file = form.get("file");
  // Browsers send the ends of lines otherwise than their fields hold them.
  const typed = String(form.get("text") ?? "").replaceAll("\r\n", "\n");
  try {
    const text = await readGiven({ file: file instanceof File ? file : null, text: typed });
    return answer({ look: await lookAtInvitees(personCtx(), { groupId: params.group, text }), typed });
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    return answer({ refused: withValues(error.messageKey, error.values), typed }, { status: error.status });
  }
}

const here = ({ href, params }: Input) => href(`/account/groups/${params.group}`);

function invite(input: Input) {
  return handleForm({
    form: input.form,
    schema: inviteSchema,
    run: async ({ language, invitees }): Promise<never> => {
      const wanted = { groupId: input.params.group, language, invitees };
      const count = await inviteToGroup(input.personCtx(), wanted);
      throw redirectWithNotice(here(input), count > 0 ? "groups:notice.invited" : "groups:notice.nobody", { count });
    },
  });
}

function actOnInvitation(input: Input) {
  const { params, personCtx, ctx } = input;
  return handleForm({
    form: input.form,
    schema: invitationSchema,
    run: async ({ intent, code: codeId }): Promise<never> => {
      const one = { groupId: params.group, codeId };
      if (intent === "resend") await resendInvitation(personCtx(), { ...one, fallback: ctx.locale });
      else await takeBackInvitation(personCtx(), one);
      throw redirectWithNotice(here(input), `groups:notice.${intent}`);
    },
  });
}

function handOut(input: Input) {
  const groupId = input.params.group;
  return handleForm({
    form: input.form,
    schema: handOutSchema,
    fieldOf: (code) => (code === "noSeatLeft" ? "seats" : undefined),
    run: async ({ seats }): Promise<never> => {
      await handOutCodes(input.personCtx(), { groupId, seats });
      throw redirectWithNotice(`${here(input)}/codes`, "groups:notice.handedOut");
    },
  });
}
