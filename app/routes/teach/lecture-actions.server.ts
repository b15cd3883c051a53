import { data } from "react-router";
import { attachVideo } from "#app/features/lecture/editing/attach-video.server.ts";
import { attachVideoSchema } from "#app/features/lecture/editing/edit-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ course: string; lesson: string }, unknown> & { form: FormData };

/** Does what a form of the page asks for by its `intent`. */
export async function lectureActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "video") return video(input);
  throw notFound();
}

const pageOf = ({ params }: Input) => `/teach/${params.course}/${params.lesson}`;

async function video(input: Input) {
  const refused = await handleForm({
    form: input.form,
    schema: attachVideoSchema,
    run: async (given): Promise<never> => {
      const { keeps } = await attachVideo(input.personCtx(), { ...input.params, ...given });
      const done = keeps ? "videoKeeps" : "videoDiffers";
      throw redirectWithNotice(input.href(pageOf(input)), `lecture-editor:notice.${done}`);
    },
  });
  return data({ intent: "video" as const, ...refused.data }, refused.init ?? undefined);
}
