import { data } from "react-router";
import { attachVideo } from "#app/features/lecture/editing/attach-video.server.ts";
import { attachVideoSchema, saveTextSchema } from "#app/features/lecture/editing/edit-schema.ts";
import { saveLectureText } from "#app/features/lecture/editing/save-lecture-text.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

type Input = RouteInput<{ course: string; lesson: string }, unknown> & { form: FormData };

/** Does what a form of the page asks for by its `intent`. */
export async function lectureActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "text") return text(input);
  if (intent === "video") return video(input);
  throw notFound();
}

const here = ({ href, params }: Input) => href(`/teach/${params.course}/${params.lesson}`);

async function text(input: Input) {
  const locale = localeSchema.safeParse(input.form.get("locale"));
  if (!locale.success) throw notFound();
  const answer = await handleForm({
    form: input.form,
    schema: saveTextSchema,
    run: async (given) => {
      const saved = await saveLectureText(input.personCtx(), { ...input.params, ...given });
      if (saved.ok) throw redirectWithNotice(here(input), "lecture-editor:notice.textSaved");
      const { title, summary, markdown } = given;
      return { problems: saved.problems, typed: { title, summary, markdown } };
    },
  });
  if ("problems" in answer) return data({ text: { locale: locale.data, ...answer } }, { status: 422 });
  return data({ text: { locale: locale.data, ...answer.data } }, answer.init ?? undefined);
}

async function video(input: Input) {
  const refused = await handleForm({
    form: input.form,
    schema: attachVideoSchema,
    run: async (given): Promise<never> => {
      const { keeps } = await attachVideo(input.personCtx(), { ...input.params, ...given });
      const done = keeps ? "videoKeeps" : "videoDiffers";
      throw redirectWithNotice(here(input), `lecture-editor:notice.${done}`);
    },
  });
  return data({ video: refused.data }, refused.init ?? undefined);
}
