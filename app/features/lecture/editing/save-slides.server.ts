import { imageSize } from "image-size";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { type Slide, slidesSchema } from "../lecture-schema.ts";
import { openLectureDraft } from "./open-draft.server.ts";
import { ensureLecture } from "./save-captions.server.ts";

const MAX_SLIDE_BYTES = 4 * 1024 * 1024;
const MAX_SLIDES = 500;
const MAX_SIDE = 8_000;
const types: Record<string, Slide["contentType"]> = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
};

const refused = (code: "slideTooLarge" | "slideNotPicture" | "tooManySlides", values = {}) =>
  new ExpectedError({ code, messageKey: `lecture-editor:errors.${code}`, status: 422, values });

/** What the bytes are, whatever they are said to be. */
function readPicture(bytes: Uint8Array): Slide["contentType"] {
  if (bytes.length > MAX_SLIDE_BYTES) throw refused("slideTooLarge", { megabytes: MAX_SLIDE_BYTES / 1024 / 1024 });
  const { type = "", width, height } = measure(bytes);
  const contentType = types[type];
  if (!contentType || width > MAX_SIDE || height > MAX_SIDE) throw refused("slideNotPicture");
  return contentType;
}

function measure(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    // It says by an Error of any kind that these bytes are no picture it knows.
    throw refused("slideNotPicture");
  }
}

type Address = { course: string; lesson: string };

async function changeSlides(
  ctx: Pick<PersonContext, "db" | "actor">,
  lessonId: string,
  change: (slides: Slide[]) => Slide[],
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await ensureLecture(tx, lessonId);
    const now = await tx.lecture.findUniqueOrThrow({ where: { lessonId }, select: { slides: true } });
    const slides = change(slidesSchema.parse(now.slides)).toSorted((a, b) => a.at - b.at);
    if (slides.length > MAX_SLIDES) throw refused("tooManySlides", { count: MAX_SLIDES });
    await tx.lecture.update({ where: { lessonId }, data: { slides: slidesSchema.parse(slides) } });
  });
}

/**
 * Shows a picture from second `at` on, in place of another at that second. Throws `slideTooLarge`, `slideNotPicture` and
 * `tooManySlides`.
 */
export async function addSlide(
  ctx: Pick<PersonContext, "db" | "actor">,
  { at, bytes, ...address }: Address & { at: number; bytes: Uint8Array },
): Promise<void> {
  const { lesson } = await openLectureDraft(ctx, address);
  const contentType = readPicture(bytes);
  const sha256 = await putObject({ bytes, contentType });
  await changeSlides(ctx, lesson.id, (slides) => [
    ...slides.filter((one) => one.at !== at),
    { at, sha256, contentType },
  ]);
}

/** Takes the picture that begins at second `at` away; where there is none, nothing changes. */
export async function removeSlide(
  ctx: Pick<PersonContext, "db" | "actor">,
  { at, ...address }: Address & { at: number },
): Promise<void> {
  const { lesson } = await openLectureDraft(ctx, address);
  await changeSlides(ctx, lesson.id, (slides) => slides.filter((one) => one.at !== at));
}
