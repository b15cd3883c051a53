import type { Timeline } from "./script.ts";

export const SAMPLES_PER_SECOND = 16_000;

/** Partials of a small bell: how often, how loud, how long. */
const partials = [
  { ratio: 1, loudness: 1, seconds: 1.9 },
  { ratio: 2, loudness: 0.45, seconds: 1.2 },
  { ratio: 3.01, loudness: 0.18, seconds: 0.7 },
  { ratio: 4.2, loudness: 0.07, seconds: 0.35 },
];
const LOUDNESS = 0.11;
const RING_SECONDS = 3.2;
const ATTACK_SECONDS = 0.012;

/** Five steps that sound well in any order: D, E, G, A, B. */
const scale = [293.66, 329.63, 392, 440, 493.88];

/** The sound of a lecture, 16 bits, one channel: a bell at each slide, with its fifth at each chapter. */
export function soundOf({ seconds, slides, chapters }: Timeline): Int16Array {
  const samples = new Float32Array(seconds * SAMPLES_PER_SECOND);
  for (const [index, { at }] of slides.entries()) {
    const pitch = scale[(index * 2) % scale.length] ?? 440;
    ring(samples, { at: at + 0.15, pitch, loudness: LOUDNESS });
    if (chapters.some((chapter) => chapter.at === at)) {
      ring(samples, { at: at + 0.45, pitch: pitch * 1.5, loudness: LOUDNESS * 0.7 });
    }
  }
  return Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767));
}

function ring(samples: Float32Array, { at, pitch, loudness }: { at: number; pitch: number; loudness: number }): void {
  const start = Math.round(at * SAMPLES_PER_SECOND);
  const length = Math.min(RING_SECONDS * SAMPLES_PER_SECOND, samples.length - start);
  for (let i = 0; i < length; i += 1) {
    const age = i / SAMPLES_PER_SECOND;
    const attack = Math.min(1, age / ATTACK_SECONDS);
    const tone = partials.reduce(
      (sum, { ratio, loudness, seconds }) =>
        sum + loudness * Math.exp((-5 * age) / seconds) * Math.sin(2 * Math.PI * pitch * ratio * age),
      0,
    );
    samples[start + i] = (samples[start + i] ?? 0) + tone * attack * loudness;
  }
}
