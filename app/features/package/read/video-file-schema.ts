import { z } from "zod";
import { inOrder, momentSchema } from "#app/features/lecture/lecture-schema.ts";
import { idSchema, inSomeLocales, lineSchema } from "./package-text.ts";

const fileIn = (folder: "videos" | "slides") =>
  z
    .string()
    .regex(
      new RegExp(`^${folder}/[a-z0-9][a-z0-9._-]*$`),
      `must be "${folder}/<file>", inside the course's own folder`,
    );

const pixelsSchema = z.int().positive().max(20_000).nullable().optional();

/** The forms of a video, best first. */
export const qualities = ["original", "1080p", "720p", "540p", "360p", "audio"] as const;

const renditionFacts = {
  quality: z.enum(qualities),
  contentType: z
    .string()
    .regex(/^(video|audio)\/[a-z0-9.+-]{1,60}$/, "must be a type of video or audio, such as video/mp4")
    .optional(),
  width: pixelsSchema,
  height: pixelsSchema,
  bitsPerSecond: z.int().positive().max(2_000_000_000).optional(),
};

function listOf<Rendition extends z.ZodType<{ quality: string }>>(rendition: Rendition) {
  return z
    .array(rendition)
    .min(1, "has no file")
    .refine((list) => new Set(list.map(({ quality }) => quality)).size === list.length, "has one quality twice");
}

const videoFacts = {
  id: idSchema,
  fileName: lineSchema,
  durationMs: z.int().positive().max(86_400_000).optional(),
  width: pixelsSchema,
  height: pixelsSchema,
  poster: fileIn("videos").nullable().default(null),
};

const localVideoSchema = z.strictObject({
  ...videoFacts,
  provider: z.literal("local"),
  renditions: listOf(
    z.strictObject({
      ...renditionFacts,
      file: fileIn("videos"),
      playlist: fileIn("videos").nullable().default(null),
    }),
  ),
});

const nameAtMuxSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.-]+$/, "must be a name at Mux");

/** The bytes stay at Mux: the package says only how they are found there. */
const muxVideoSchema = z.strictObject({
  ...videoFacts,
  provider: z.literal("mux"),
  durationMs: videoFacts.durationMs.unwrap(),
  assetId: nameAtMuxSchema,
  playbackId: nameAtMuxSchema,
  renditions: listOf(
    z.strictObject({
      ...renditionFacts,
      nameAtMux: nameAtMuxSchema,
      contentType: renditionFacts.contentType.unwrap(),
      bytes: z.int().positive(),
    }),
  ),
});

/** A video of a course, in `videos` of course.yaml. */
export const videoFileSchema = z.discriminatedUnion("provider", [localVideoSchema, muxVideoSchema]);

/** What `lecture` of a lesson holds. */
export const lectureFileSchema = z.strictObject({
  video: idSchema,
  length: z.int().positive().max(86_400).optional(),
  chapters: z
    .array(z.strictObject({ at: momentSchema, title: inSomeLocales(lineSchema) }))
    .max(200)
    .refine(inOrder, "must stand in the order of their time, no two at one time")
    .default([]),
  slides: z
    .array(z.strictObject({ at: momentSchema, picture: fileIn("slides") }))
    .max(500)
    .refine(inOrder, "must stand in the order of their time, no two at one time")
    .default([]),
});

export type VideoFile = z.output<typeof videoFileSchema>;
export type LectureFile = z.output<typeof lectureFileSchema>;
