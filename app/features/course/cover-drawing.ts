/** A small hash of a text, the same everywhere (FNV-1a, 32 bits). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

const grounds = [
  { ground: "#e2f0f1", line: "#0f5d6c", accent: "#d9a441" },
  { ground: "#f4eee2", line: "#0a4652", accent: "#0f5d6c" },
  { ground: "#fbf1da", line: "#86600f", accent: "#0f5d6c" },
] as const;

/** Points of a star with `points` tips around the origin, as the path of a polygon. */
function star(points: number, outer: number, inner: number): string {
  const corners = Array.from({ length: points * 2 }, (_, i) => {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (Math.PI * i) / points - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join("L")}Z`;
}

/**
 * The drawing that stands for a course without a cover: a girih rosette on one of the palette's grounds, always the
 * same for the same seed. Made for a field of 320 × 160.
 */
export function coverDrawing(seed: string) {
  const number = hash(seed);
  const colours = grounds[number % grounds.length] ?? grounds[0];
  const tips = [8, 10, 12][(number >>> 4) % 3] ?? 8;
  const sharpness = 0.52 + ((number >>> 8) % 4) * 0.07;
  return {
    ...colours,
    /** Stars around (160, 80), the largest first. */
    stars: [118, 74, 44].map((outer) => star(tips, outer, outer * sharpness)),
    rays: Array.from({ length: tips * 2 }, (_, i) => {
      const angle = (Math.PI * i) / tips - Math.PI / 2;
      return `M0 0L${(220 * Math.cos(angle)).toFixed(1)} ${(220 * Math.sin(angle)).toFixed(1)}`;
    }).join(""),
  };
}
