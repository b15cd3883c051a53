import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { type Drawing, HEIGHT, SETTLED_SECONDS, WIDTH } from "./drawing.ts";
import type { Timeline } from "./script.ts";

export const FRAMES_PER_SECOND = 8;
const CROSSFADE_SECONDS = 0.6;

const require = createRequire(import.meta.url);
const fontFiles = ["400Regular/Amiri_400Regular.ttf", "700Bold/Amiri_700Bold.ttf"].map((file) =>
  require.resolve(`@expo-google-fonts/amiri/${file}`),
);

function render(svg: string) {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Amiri" };
  return new Resvg(svg, { font, fitTo: { mode: "width", value: WIDTH } }).render();
}

/** A drawing as it stands at its end, as PNG. */
export function finishedPicture(drawing: Drawing, steps: number): Buffer {
  return render(drawing({ step: steps - 1, age: SETTLED_SECONDS })).asPng();
}

/** Every frame of a lecture in order, as RGBA; one that does not differ from the last is the same buffer. */
export function* framesOf(timeline: Timeline, drawings: Record<string, Drawing>): Generator<Buffer> {
  let shown: { svg: string; pixels: Buffer } | undefined;
  let before: Buffer | undefined;
  let slide = -1;
  for (let frame = 0; frame < timeline.seconds * FRAMES_PER_SECOND; frame += 1) {
    const now = frame / FRAMES_PER_SECOND;
    const { index, svg, since } = drawAt(timeline, drawings, now);
    if (index !== slide) {
      before = shown?.pixels;
      slide = index;
    }
    if (shown?.svg !== svg) shown = { svg, pixels: render(svg).pixels };
    const share = since / CROSSFADE_SECONDS;
    yield before && share < 1 ? blend(before, shown.pixels, share) : shown.pixels;
  }
}

function drawAt({ slides, cues }: Timeline, drawings: Record<string, Drawing>, now: number) {
  const index = slides.findLastIndex(({ at }) => at <= now);
  const slide = slides[index];
  const drawing = drawings[slide?.drawing ?? ""];
  if (!slide || !drawing) throw new Error(`There is no drawing "${slide?.drawing}"`);
  const cue = cues.findLast(({ slide, from }) => slide === index && from <= now);
  const moment = cue ? { step: cue.step, age: Math.min(now - cue.from, SETTLED_SECONDS) } : { step: 0, age: 0 };
  return { index, since: now - slide.at, svg: drawing(moment) };
}

function blend(from: Buffer, to: Buffer, share: number): Buffer {
  const mixed = Buffer.allocUnsafe(WIDTH * HEIGHT * 4);
  for (let i = 0; i < mixed.length; i += 1) {
    mixed[i] = Math.round((from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * share);
  }
  return mixed;
}
