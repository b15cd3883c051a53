import { z } from "zod";
import {
  changeMediaFacts,
  cropMedia,
  removeMedia,
  replaceMedia,
} from "#app/features/lesson/media/change-media.server.ts";
import { fileNameOf } from "#app/features/lesson/media/media-name.ts";
import { cropSchema, mediaFactsSchema } from "#app/features/lesson/media/media-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ course: string; file: string }, unknown> & { form: FormData };
type Act = (input: Input) => ReturnType<typeof handleForm<z.ZodType, never>>;

const fields: Record<string, string> = { inUse: "name", sameName: "name" };
const ofFile = new Set([
  ...["empty", "tooLarge", "unknownKind", "otherThanNamed", "twoInOne", "textNotUtf8", "broken", "tooManyPixels"],
  ...["drawingRefused", "otherKind"],
]);

/** `run` answers with the page to go on to, below the course's files, and what is said there. */
function act<S extends z.ZodType>(
  schema: S,
  run: (input: Input, given: z.output<S>) => Promise<{ to: string; notice: string }>,
): Act {
  return (input) =>
    handleForm({
      form: input.form,
      schema,
      fieldOf: (code) => (ofFile.has(code) ? "file" : fields[code]),
      run: async (given): Promise<never> => {
        const { to, notice } = await run(input, given);
        throw redirectWithNotice(input.href(`/teach/${input.params.course}/media${to}`), `media:notice.${notice}`);
      },
    });
}

const acts = new Map<string, Act>([
  [
    "facts",
    act(mediaFactsSchema, async ({ personCtx, params }, facts) => {
      const { file } = await changeMediaFacts(personCtx(), { ...params, facts });
      return { to: `/${file}`, notice: "saved" };
    }),
  ],
  [
    "replace",
    act(z.object({ file: z.instanceof(File) }), async ({ personCtx, params }, { file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await replaceMedia(personCtx(), { ...params, name: file.name, bytes });
      return { to: `/${params.file}`, notice: "replaced" };
    }),
  ],
  [
    "crop",
    act(cropSchema, async ({ personCtx, params }, crop) => {
      const { path } = await cropMedia(personCtx(), { ...params, crop });
      return { to: `/${fileNameOf(path)}`, notice: "cropped" };
    }),
  ],
  [
    "remove",
    act(z.object({}), async ({ personCtx, params }) => {
      await removeMedia(personCtx(), params);
      return { to: "", notice: "removed" };
    }),
  ],
]);

/** What can be done with one of a course's files. Throws 404 for an act that there is not. */
export function mediaFileActions(input: Input): ReturnType<Act> {
  const chosen = acts.get(String(input.form.get("intent")));
  if (!chosen) throw notFound();
  return chosen(input);
}
