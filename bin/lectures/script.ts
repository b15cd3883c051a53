import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const bothSchema = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) });

const scriptSchema = z.strictObject({
  course: z.string(),
  lesson: z.string(),
  slides: z
    .array(
      z.strictObject({
        /** Name of a drawing in the folder of the lecture. */
        drawing: z.string(),
        /** Begins a chapter. */
        chapter: bothSchema.optional(),
        /** One caption after another; each takes the drawing one step on. */
        says: z.array(bothSchema).min(1),
      }),
    )
    .min(1),
});

type Script = z.infer<typeof scriptSchema>;
export type Both = z.infer<typeof bothSchema>;

/** Times in seconds from the beginning. */
type TimedCue = Both & { from: number; to: number; slide: number; step: number };

export type Timeline = {
  course: string;
  lesson: string;
  seconds: number;
  cues: TimedCue[];
  slides: { drawing: string; at: number; steps: number }[];
  chapters: { at: number; title: Both }[];
};

/** Characters a second at which captions can be read and the drawing looked at. */
const PACE = { ar: 13.5, en: 15.5 };
const SHORTEST = 3.2;
const BETWEEN_CUES = 0.4;
/** A slide begins on a whole second, and its first words a little later. */
const BEFORE_WORDS = 0.8;
const AT_THE_END = 3;

/** Reads what is said in a lecture, from script.yaml of its folder. */
export function readScript(folder: string): Script {
  return scriptSchema.parse(parse(readFileSync(`${folder}/script.yaml`, "utf8")));
}

/** When everything happens, by how long the captions take to read in the slower language. */
export function timelineOf({ course, lesson, slides }: Script): Timeline {
  const timeline: Timeline = { course, lesson, seconds: 0, cues: [], slides: [], chapters: [] };
  let now = 0;
  for (const [slide, { drawing, chapter, says }] of slides.entries()) {
    const at = Math.ceil(now);
    timeline.slides.push({ drawing, at, steps: says.length });
    if (chapter) timeline.chapters.push({ at, title: chapter });
    now = at + BEFORE_WORDS;
    for (const [step, words] of says.entries()) {
      const from = now;
      const to = tenth(from + Math.max(SHORTEST, words.ar.length / PACE.ar, words.en.length / PACE.en));
      timeline.cues.push({ ...words, from: tenth(from), to, slide, step });
      now = to + BETWEEN_CUES;
    }
  }
  timeline.seconds = Math.ceil(now + AT_THE_END);
  return timeline;
}

function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
