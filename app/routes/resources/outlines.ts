import { z } from "zod";
import { addLecture } from "#app/features/lecture/editing/add-lecture.server.ts";
import { addLessonSchema } from "#app/features/lesson/add-lesson-schema.ts";
import { addText } from "#app/features/lesson/outline/add-text.server.ts";
import { findOutline } from "#app/features/lesson/outline/find-outline.server.ts";
import { saveOutlineSchema } from "#app/features/lesson/outline/outline-schema.ts";
import { saveOutline } from "#app/features/lesson/outline/save-outline.server.ts";
import { addQuiz } from "#app/features/quiz/building/add-quiz.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

const params = z.object({ course: z.string() });
const LIMIT = 1_000_000;

const addSchema = addLessonSchema.extend({ kind: z.enum(["text", "lecture", "quiz"]) });
const bodySchema = z.union([saveOutlineSchema, z.strictObject({ add: addSchema })]);
const adders = { text: addText, lecture: addLecture, quiz: addQuiz } as const;

/** The outline of a course's draft as it stands. */
export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params: address }) => Response.json(await findOutline(personCtx(), address)),
});

/** Saves the outline of a draft, or adds a lesson to it, without leaving the page on which it is edited. */
export const action = declareJsonAction({
  access: "teaching",
  params,
  body: bodySchema,
  limit: LIMIT,
  act: async ({ personCtx, params: address, body }) => {
    const ctx = personCtx();
    try {
      if ("add" in body) return await add(ctx, address, body.add);
      return Response.json({ result: "saved", ...(await saveOutline(ctx, { ...address, ...body })) });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.status === 404) throw error;
      if (error.code === "changedMeanwhile") {
        return Response.json({ result: "conflict", newest: await findOutline(ctx, address) }, { status: 409 });
      }
      const { messageKey, values, status } = error;
      return Response.json({ result: "refused", messageKey, values }, { status });
    }
  },
});

type Address = z.output<typeof params>;

async function add(ctx: PersonContext, address: Address, { kind, ...lesson }: z.output<typeof addSchema>) {
  const { id } = await adders[kind](ctx, { ...address, ...lesson });
  return Response.json({ result: "added", id, newest: await findOutline(ctx, address) });
}
