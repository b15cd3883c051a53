import { z } from "zod";
import { MAX_CAPTION_BYTES } from "#app/features/lecture/captions/caption-file.ts";
import {
  addSlideSchema,
  removeSlideSchema,
  saveCaptionsSchema,
  saveChaptersSchema,
} from "#app/features/lecture/editing/edit-schema.ts";
import { saveCaptions } from "#app/features/lecture/editing/save-captions.server.ts";
import { saveChapters } from "#app/features/lecture/editing/save-chapters.server.ts";
import { addSlide, removeSlide } from "#app/features/lecture/editing/save-slides.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ course: z.string(), lesson: z.string() });

/** Bytes; the longest captions with their times, as JSON. */
const LIMIT = MAX_CAPTION_BYTES * 4;

type Input = RouteInput<z.infer<typeof params>, unknown> & { form: FormData };
type Saved = { updatedAt?: Date | null };

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Saves what an editor changed of a lecture's draft, without leaving the page: captions, chapters, slides. */
export const action = declareAction({
  access: "teaching",
  params,
  limit: LIMIT,
  intents: ["captions", "chapters", "add-slide", "remove-slide"],
  act: async (input: Input) => {
    const act = acts.get(String(input.form.get("intent")));
    if (!act) throw notFound();
    try {
      return Response.json({ result: "saved", ...(await act(input)) });
    } catch (error) {
      return refuse(error);
    }
  },
});

function refuse(error: unknown): Response {
  if (error instanceof z.ZodError) {
    const values = { result: "refused", messageKey: "lecture-editor:errors.invalid", values: {} };
    return Response.json(values, { status: 400 });
  }
  if (!(error instanceof ExpectedError) || error.status === 404) throw error;
  if (error.code === "changedMeanwhile") return Response.json({ result: "conflict" }, { status: error.status });
  const { messageKey, values, status } = error;
  return Response.json({ result: "refused", messageKey, values }, { status });
}

const fields = (form: FormData) => Object.fromEntries(form);

const acts = new Map<string, (input: Input) => Promise<Saved>>([
  [
    "captions",
    ({ personCtx, params, form }) =>
      saveCaptions(personCtx(), { ...params, ...saveCaptionsSchema.parse(fields(form)) }),
  ],
  [
    "chapters",
    async ({ personCtx, params, form }) => {
      await saveChapters(personCtx(), { ...params, ...saveChaptersSchema.parse(fields(form)) });
      return {};
    },
  ],
  [
    "add-slide",
    async ({ personCtx, params, form }) => {
      const { at, picture } = addSlideSchema.parse(fields(form));
      await addSlide(personCtx(), { ...params, at, bytes: new Uint8Array(await picture.arrayBuffer()) });
      return {};
    },
  ],
  [
    "remove-slide",
    async ({ personCtx, params, form }) => {
      await removeSlide(personCtx(), { ...params, ...removeSlideSchema.parse(fields(form)) });
      return {};
    },
  ],
]);
