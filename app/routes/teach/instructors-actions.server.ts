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
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };
/** `of` is about whom, where it is about one of those who teach. */
type Answer = { result?: SubmissionResult<string[]>; of?: string | undefined };

/** What is asked for about one of those who teach; what is missing is told beside whom it is about. */
async function act<Schema extends z.ZodType>(
  { form, personCtx, params }: Input,
  schema: Schema,
  {
    run,
    done,
  }: { run: (ctx: PersonContext, value: z.output<Schema> & { course: string }) => Promise<void>; done: () => Response },
) {
  const refused = await handleForm({
    form,
    schema,
    run: async (value): Promise<never> => {
      await run(personCtx(), Object.assign({}, value, params));
      throw done();
    },
  });
  const of = form.get("instructor");
  const answer: Answer = { ...refused.data, of: typeof of === "string" ? of : undefined };
  return data(answer, refused.init ?? undefined);
}

/** Does what a form of the page asks for by its `intent`. */
export async function instructorsActions(input: Input) {
  const { form, params, href } = input;
  const here = href(`/teach/${params.course}/instructors`);
  const changed = () => redirectWithNotice(here, "course-instructors:notice.changed");
  switch (form.get("intent")) {
    case "invite":
      return invite(input, here);
    case "withdraw":
      return act(input, schemas.invitationSchema, { run: withdrawInvitation, done: changed });
    case "change-role":
      return act(input, schemas.changeRoleSchema, { run: changeInstructorRole, done: changed });
    case "remove":
      return act(input, schemas.instructorSchema, { run: removeInstructor, done: changed });
    case "hand-over":
      return act(input, schemas.instructorSchema, {
        run: handOverCourse,
        // Who hands it over may not be the one who may see this page.
        done: () => redirectWithNotice(href(`/teach/${params.course}`), "course-instructors:notice.handedOver"),
      });
    default:
      throw notFound();
  }
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
