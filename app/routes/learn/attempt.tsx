import { useMemo } from "react";
import { redirect } from "react-router";
import { z } from "zod";
import { viewAttemptPage } from "#app/features/progress/attempt-page-view.server.ts";
import { takeBegun } from "#app/features/progress/begun-attempts.ts";
import { AttemptRoom } from "#app/features/progress/components/attempt/attempt-room.tsx";
import { finishAttempt } from "#app/features/progress/finish-attempt.server.ts";
import { unpackAttempt } from "#app/features/progress/packed-attempt.ts";
import { advanceAttempt, advanceAttemptSchema } from "#app/features/quiz/advance-attempt.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Route } from "./+types/attempt";

const params = z.object({ course: z.string(), lesson: z.string(), attempt: z.uuid() });

/** A sitting has its own frame. */
export const handle = { shell: "bare" };

export const loader = declareLoader({
  access: "signedIn",
  params,
  load: async ({ personCtx, params: { course, lesson, attempt }, href }) => {
    const view = await viewAttemptPage(personCtx(), { course, attempt });
    const own = view.place.lesson;
    if (own && own.slug !== lesson) throw redirect(href(`/learn/${course}/${own.slug}/attempts/${attempt}`));
    // What she answered is hers to go on with; what is to be read in it is not, once her time in the course is over.
    if (view.place.ended && view.packed.state !== "open") throw redirect(href(`/learn/${course}/${lesson}`));
    return view;
  },
});

/** An attempt that was begun on the page before came with the answer. */
export async function clientLoader({ params: { attempt }, serverLoader }: Route.ClientLoaderArgs) {
  return takeBegun(attempt) ?? serverLoader();
}

export const action = declareAction({
  access: "signedIn",
  params,
  act: async ({ personCtx, params: { attempt }, form, url }) => {
    const ctx = personCtx();
    const intent = form.get("intent");
    if (intent === "submit") await finishAttempt(ctx, { attemptId: attempt });
    else if (intent === "advance") await advance(ctx, { attempt, slot: form.get("slot") });
    else throw notFound();
    return redirect(url.pathname);
  },
});

async function advance(ctx: PersonContext, { attempt, slot }: { attempt: string; slot: FormDataEntryValue | null }) {
  const input = advanceAttemptSchema.safeParse({ attemptId: attempt, slot });
  if (!input.success) throw notFound();
  await advanceAttempt(ctx, input.data);
}

export default function Attempt({ loaderData: { place, packed, ...room } }: Route.ComponentProps) {
  // As long as its data are the same it is the same attempt, and nothing of it is drawn again.
  const attempt = useMemo(() => unpackAttempt(packed), [packed]);
  return <AttemptRoom page={{ ...place, attempt }} {...room} />;
}
