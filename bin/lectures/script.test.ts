import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readVtt } from "#app/features/lecture/captions/read-vtt.ts";
import { drawings as portal } from "./mamluk-portal/drawings.ts";
import { readScript, timelineOf } from "./script.ts";
import { drawings as walls } from "./seven-walls/drawings.ts";
import { drawings as register } from "./sijill-page/drawings.ts";

const lectures = [
  ["seven-walls", walls],
  ["mamluk-portal", portal],
  ["sijill-page", register],
] as const;

/** Characters a second that a reader of captions follows at ease. */
const FASTEST = { ar: 15, en: 17 };

const momentsSchema = z.array(z.object({ at: z.number() }));
const courseSchema = z.object({
  sections: z.array(
    z.object({
      lessons: z.array(
        z.object({
          slug: z.string(),
          lecture: z.object({ chapters: momentsSchema, slides: momentsSchema }).optional(),
        }),
      ),
    }),
  ),
});

test.each(lectures)("%s has a drawing for each slide, which changes or stays at every caption", (name, drawings) => {
  const { slides } = timelineOf(readScript(`bin/lectures/${name}`));
  for (const { drawing, steps } of slides) {
    for (let step = 0; step < steps; step += 1) {
      expect(drawings[drawing]?.({ step, age: 9 }), `${drawing} ${step}`).toMatch(/^<svg .*<\/svg>$/s);
    }
  }
});

test.each(lectures)("the captions of %s can be read in the time they stand", (name) => {
  const { cues, seconds } = timelineOf(readScript(`bin/lectures/${name}`));
  for (const { from, to, ar, en } of cues) {
    expect(ar.length / (to - from), ar).toBeLessThan(FASTEST.ar);
    expect(en.length / (to - from), en).toBeLessThan(FASTEST.en);
  }
  expect(cues.every(({ from }, i) => from >= (cues[i - 1]?.to ?? 0))).toBe(true);
  expect(seconds).toBeGreaterThan(cues.at(-1)?.to ?? Number.POSITIVE_INFINITY);
});

test.each(lectures)("the sample academy has %s as its script says it", (name) => {
  const { course, lesson, cues, chapters, slides } = timelineOf(readScript(`bin/lectures/${name}`));
  const folder = `content/courses/${course}`;
  for (const locale of ["ar", "en"] as const) {
    const captions = readVtt(readFileSync(`${folder}/captions/${lesson}.${locale}.vtt`, "utf8"));
    expect(captions).toMatchObject({
      ok: true,
      cues: cues.map(({ from, to, ...words }) => ({ from, to, text: words[locale] })),
    });
  }
  const { sections } = courseSchema.parse(parse(readFileSync(`${folder}/course.yaml`, "utf8")));
  const lecture = sections.flatMap(({ lessons }) => lessons).find(({ slug }) => slug === lesson)?.lecture;
  expect(lecture?.chapters.map(({ at }) => at)).toEqual(chapters.map(({ at }) => at));
  expect(lecture?.slides.map(({ at }) => at)).toEqual(slides.map(({ at }) => at));
});
