// npm run lectures -- [<lecture> …]: makes the video lectures of the sample academy from what bin/lectures holds:
// video in two sizes, sound, slides, poster, captions, and their times in course.yaml. It needs ffmpeg.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { isSeq, parseDocument } from "yaml";
import { writeVtt } from "#app/features/lecture/captions/write-vtt.ts";
import type { Drawing } from "./lectures/drawing.ts";
import { encodePicture, encodeVideo } from "./lectures/encode.ts";
import { drawings as portal } from "./lectures/mamluk-portal/drawings.ts";
import { finishedPicture, framesOf } from "./lectures/render.ts";
import { readScript, type Timeline, timelineOf } from "./lectures/script.ts";
import { drawings as walls } from "./lectures/seven-walls/drawings.ts";
import { drawings as register } from "./lectures/sijill-page/drawings.ts";
import { soundOf } from "./lectures/sound.ts";

const lectures: Record<string, Record<string, Drawing>> = {
  "seven-walls": walls,
  "mamluk-portal": portal,
  "sijill-page": register,
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(lectures)) {
  const drawings = lectures[name];
  if (!drawings) throw new Error(`There is no lecture "${name}"; there are ${Object.keys(lectures).join(", ")}`);
  await makeLecture(timelineOf(readScript(`bin/lectures/${name}`)), drawings);
}

async function makeLecture(timeline: Timeline, drawings: Record<string, Drawing>): Promise<void> {
  const { course, lesson, seconds } = timeline;
  const folder = `content/courses/${course}`;
  for (const inner of ["videos", "slides", "captions"]) await mkdir(`${folder}/${inner}`, { recursive: true });
  for (const locale of ["ar", "en"] as const) {
    const cues = timeline.cues.map(({ from, to, ...words }) => ({ from, to, text: words[locale] }));
    await writeFile(`${folder}/captions/${lesson}.${locale}.vtt`, writeVtt(cues));
  }
  for (const [index, { drawing, steps }] of timeline.slides.entries()) {
    const draw = drawings[drawing];
    if (!draw) throw new Error(`There is no drawing "${drawing}"`);
    const png = finishedPicture(draw, steps);
    await encodePicture(png, `${folder}/${slidePath(lesson, index)}`);
    if (index === 0) await encodePicture(png, `${folder}/videos/${lesson}.poster.webp`);
  }
  await encodeVideo({
    frames: framesOf(timeline, drawings),
    samples: soundOf(timeline),
    files: {
      large: `${folder}/videos/${lesson}.720p.mp4`,
      small: `${folder}/videos/${lesson}.360p.mp4`,
      sound: `${folder}/videos/${lesson}.audio.m4a`,
    },
  });
  await rm(`${folder}/${slidePath(lesson, timeline.slides.length)}`, { force: true });
  await writeTimes(`${folder}/course.yaml`, timeline);
  process.stdout.write(`${lesson}: ${seconds} s, ${timeline.slides.length} slides, ${timeline.cues.length} captions\n`);
}

function slidePath(lesson: string, index: number): string {
  return `slides/${lesson}.${String(index + 1).padStart(2, "0")}.webp`;
}

/** Chapters and slides of the lecture, in the course.yaml that names it already. */
async function writeTimes(file: string, { lesson, slides, chapters }: Timeline): Promise<void> {
  const document = parseDocument(await readFile(file, "utf8"));
  const place = findLesson(document.toJS(), lesson);
  if (!place) throw new Error(`${file} has no lesson "${lesson}"`);
  const lists = {
    chapters: chapters.map(({ at, title }) => ({ at, title })),
    slides: slides.map(({ at }, index) => ({ at, picture: slidePath(lesson, index) })),
  };
  for (const [key, list] of Object.entries(lists)) {
    const node = document.createNode(list);
    if (isSeq(node)) for (const item of node.items) Object.assign(item ?? {}, { flow: true });
    document.setIn([...place, "lecture", key], node);
  }
  await writeFile(file, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}

function findLesson(
  { sections }: { sections: { lessons: { slug: string }[] }[] },
  slug: string,
): (string | number)[] | undefined {
  for (const [section, { lessons }] of sections.entries()) {
    const index = lessons.findIndex((lesson) => lesson.slug === slug);
    if (index >= 0) return ["sections", section, "lessons", index];
  }
  return undefined;
}
