import type { CaptionProblem, CaptionProblemCode } from "#app/features/lecture/captions/caption-file.ts";

/** Plain English, since authors of packages read it in a terminal. */
const reasons: Record<CaptionProblemCode, (values: CaptionProblem["values"]) => string> = {
  header: () => "WebVTT begins with WEBVTT",
  noBlank: () => "an empty line is missing above",
  tooLarge: ({ megabytes }) => `is larger than ${megabytes} MB`,
  encoding: () => "is not UTF-8",
  noCues: () => "holds no caption",
  time: ({ time }) => `${time} is not a time, such as 00:01:02.500`,
  endBeforeStart: () => "the caption ends before it begins",
  outOfOrder: () => "the caption begins before the one above it",
  emptyCue: () => "the caption has no words",
  noTime: ({ text }) => `a caption has no time: ${text}`,
  badTag: ({ tag }) => `${tag} is not a tag of WebVTT`,
};

/** What is wrong with captions, in English. */
export function captionReason({ code, values }: Pick<CaptionProblem, "code" | "values">): string {
  return reasons[code](values);
}
