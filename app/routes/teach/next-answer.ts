import { redirect } from "react-router";
import { z } from "zod";
import { findNextAnswer } from "#app/features/quiz/grading/find-grading-queue.server.ts";
import { queueChoiceSchema } from "#app/features/quiz/grading/grading-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Leads to the answer that waits next, or back to the queue where none does. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: queueChoiceSchema,
  load: async ({ personCtx, params: { course }, search: choice, url, href }) => {
    const next = await findNextAnswer(personCtx(), { course, choice });
    const asked = new URLSearchParams(url.search);
    asked.delete("after");
    const query = asked.size > 0 ? `?${asked}` : "";
    const address = `/teach/${course}/grading`;
    return redirect(href(next ? `${address}/${next.attemptId}/${next.slot}${query}` : address));
  },
});
