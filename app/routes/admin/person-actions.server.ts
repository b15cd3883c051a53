import { redirect } from "react-router";
import { z } from "zod";
import { actSchema, resetSchema } from "#app/features/people/acts/acts-schema.ts";
import { changeRole, makeInstructor } from "#app/features/people/acts/change-role.server.ts";
import {
  endSessions,
  resetSecondFactor,
  sendResetLink,
  verifyAddress,
} from "#app/features/people/acts/help-to-sign-in.server.ts";
import { liftSuspension, suspendPerson } from "#app/features/people/acts/suspend-person.server.ts";
import { type PersonIntent, personIntents } from "#app/features/people/person-intents.ts";
import { startViewing } from "#app/features/people/viewing/start-viewing.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

type Input = RouteInput<{ person: string }, unknown> & { form: FormData };
type Given = { id: string; reason: string; passkeys: boolean };

const acts: Record<Exclude<PersonIntent, "view">, (ctx: PersonContext, given: Given) => Promise<unknown>> = {
  verifyAddress,
  sendResetLink,
  endSessions,
  resetSecondFactor,
  makeInstructor,
  makeLearner: (ctx, given) => changeRole(ctx, { ...given, role: "learner" }),
  makeAdmin: (ctx, given) => changeRole(ctx, { ...given, role: "admin" }),
  suspend: suspendPerson,
  liftSuspension,
};

/** The acts of a person's page: each by its intent, and with the reason that the audit log keeps. */
export function personActions({ form, href, params: { person: id }, personCtx }: Input) {
  const intent = z.enum(personIntents).safeParse(form.get("intent"));
  if (!intent.success) throw notFound();
  const act = intent.data;
  if (act === "view") {
    return handleForm({
      form,
      schema: actSchema,
      run: async ({ reason }): Promise<never> => {
        await startViewing(personCtx(), { id, reason });
        throw redirect(href("/learn"));
      },
    });
  }
  return handleForm({
    form,
    schema: resetSchema,
    run: async ({ reason, passkeys }): Promise<never> => {
      await acts[act](personCtx(), { id, reason, passkeys });
      throw redirectWithNotice(href(`/admin/people/${id}`), `people:done.${act}`);
    },
  });
}
