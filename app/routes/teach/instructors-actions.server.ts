import type { SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import type { z } from "zod";
import {
  changeInstructorRole,
  handOverCourse,
  removeInstructor,
} from "#app/features/course/instructors/change-instructors.server.ts";
import * as schemas from "#app/features/course/instructors/instructor-schema.ts";
import { inviteInstructor, withdrawInvitation } from "#app/features/course/instructors/invite-instructor.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };
type Answer = { result?: SubmissionResult<string[]>; refused?: string };

/** A press of a button beside somebody; what the buttons send is not typed, so that anything else is not there. */
async function press<Schema extends z.ZodType>(
  { form, personCtx, params }: Input,
  schema: Schema,
  run: (ctx: PersonContext, value: z.output<Schema> & { course: string }) => Promise<void>,
) {
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw notFound();
  await run(personCtx(), Object.assign({}, parsed.data, params));
}

const presses = {
  withdraw: (input: Input) => press(input, schemas.invitationSchema, withdrawInvitation),
  "change-role": (input: Input) => press(input, schemas.changeRoleSchema, changeInstructorRole),
  remove: (input: Input) => press(input, schemas.instructorSchema, removeInstructor),
};

/** Does what a form of the page asks for by its `intent`. */
export async function instructorsActions(input: Input) {
  const { form, params, href } = input;
  const intent = String(form.get("intent"));
  const here = href(`/teach/${params.course}/instructors`);
  if (intent === "invite") return invite(input, here);
  try {
    if (intent === "hand-over") {
      await press(input, schemas.instructorSchema, handOverCourse);
      // Who hands it over may not be the one who may see this page.
      throw redirectWithNotice(href(`/teach/${params.course}`), "course-instructors:notice.handedOver");
    }
    const found = Object.entries(presses).find(([name]) => name === intent)?.[1];
    if (!found) throw notFound();
    await found(input);
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    const answer: Answer = { refused: withValues(error.messageKey, error.values) };
    return data(answer, { status: error.status });
  }
  throw redirectWithNotice(here, "course-instructors:notice.changed");
}

async function invite({ form, personCtx, params }: Input, here: string) {
  const refused = await handleForm({
    form,
    schema: schemas.inviteSchema,
    fieldOf: (code) => (code === "alreadyTeaches" ? "email" : undefined),
    run: async (value): Promise<never> => {
      await inviteInstructor(personCtx(), { ...params, ...value });
      throw redirectWithNotice(here, "course-instructors:notice.invited", { email: value.email });
    },
  });
  const answer: Answer = refused.data;
  return data(answer, refused.init ?? undefined);
}
