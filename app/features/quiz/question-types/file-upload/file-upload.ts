import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { awaitGrade, byHandBody, byHandLabels, byHandTexts, showRubric } from "../by-hand.ts";
import type { QuestionType } from "../question-type.ts";
import type { Rubric } from "../rubric.ts";
import type { FileKind } from "./file-kinds.ts";

const MOST_FILES = 20;
const MOST_BYTES = 200 * 1024 * 1024;

const kindSchema = z.enum(["pdf", "document", "image", "audio", "video", "table", "slides"] satisfies FileKind[]);

const bodySchema = z.strictObject({
  ...byHandBody,
  kinds: z.array(kindSchema).min(1, "form:required").max(7),
  most: z.int().min(1).max(MOST_FILES),
  /** Of one file. */
  mostBytes: z.int().min(1024).max(MOST_BYTES),
});

/** Ids of files that are on the server already. */
const answerSchema = z.strictObject({
  files: z
    .array(z.uuid())
    .max(MOST_FILES)
    .refine((files) => new Set(files).size === files.length),
});

export type FileUploadBody = z.infer<typeof bodySchema>;
export type FileUploadAnswer = z.infer<typeof answerSchema>;
export type FileUploadShown = {
  stem: Translated;
  kinds: FileKind[];
  most: number;
  mostBytes: number;
  rubric: Rubric;
};

/** Files of one's own work, graded by a person. Whose the files are is for those to check who keep them. */
export const fileUpload: QuestionType<FileUploadBody, FileUploadShown, FileUploadAnswer> = {
  name: "file-upload",
  body: bodySchema,
  answer: answerSchema,
  start: () => ({ stem: {}, rubric: [], kinds: ["pdf"], most: 1, mostBytes: 10 * 1024 * 1024 }),
  blank: { files: [] },
  show: (body, { text }) => ({
    stem: text(body.stem),
    kinds: body.kinds,
    most: body.most,
    mostBytes: body.mostBytes,
    rubric: showRubric(body, text),
  }),
  fits: ({ most }, { files }) => files.length <= most,
  isBlank: ({ files }) => files.length === 0,
  grade: (body, { files }) => awaitGrade(body, files.length === 0),
  key: () => null,
  texts: byHandTexts,
  labels: byHandLabels,
  rubric: (body) => body.rubric,
  files: ({ files }) => files,
};
