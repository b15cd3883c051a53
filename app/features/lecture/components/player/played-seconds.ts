/** Whole seconds of the video newly played, `to` not included, and when: milliseconds since the sitting was opened. */
export type Beat = { from: number; to: number; start: number; end: number };

/** So much of a second must have been played for it to count. */
const FULL = 0.95;
/** The fastest speed that earns anything. */
const FASTEST = 2;
/** How far a video may be ahead of the clock between two looks at it, in seconds. */
const JITTER = 0.35;

type Stretch = {
  from: number;
  to: number;
  lookedAt: number;
  /** The seconds before this one are told, or were not played in full. */
  told: number | null;
  toldAt: number;
};

type Played = { lengthSeconds: number; duration: number };

function playedOf(ranges: readonly (readonly [number, number])[], second: number): number {
  return ranges.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, second + 1) - Math.max(from, second)), 0);
}

/** What there is of a second: all of it, but for the last one. */
const sizeOf = (second: number, duration: number) => Math.max(0.02, Math.min(1, duration - second));

function joinRange(ranges: [number, number][], [from, to]: readonly [number, number]): [number, number][] {
  const apart = ranges.filter((range) => range[1] < from || range[0] > to);
  const touching = ranges.filter((range) => range[1] >= from && range[0] <= to);
  const low = Math.min(from, ...touching.map((range) => range[0]));
  const high = Math.max(to, ...touching.map((range) => range[1]));
  return [...apart, [low, high]];
}

/**
 * Turns looks at a playing video into whole seconds that were played. A stretch is what is played without a jump; a
 * second counts when 0.95 of it, or of what there is of the last one, was played, be it in several stretches.
 */
export function createPlayedSeconds({ lengthSeconds, duration }: Played) {
  let stretch: Stretch | null = null;
  let ranges: [number, number][] = [];
  const told = new Set<number>();

  const isFull = (second: number, own: Stretch) => {
    const wanted = FULL * sizeOf(second, duration) - 1e-6;
    if (playedOf([[own.from, own.to]], second) >= wanted) return true;
    return !told.has(second) && playedOf(ranges, second) >= wanted;
  };

  const reached = (own: Stretch) => {
    if (own.to >= duration - 0.1) return lengthSeconds;
    const last = Math.floor(own.to);
    return Math.min(lengthSeconds, isFull(last, own) ? last + 1 : last);
  };

  const tell = (own: Stretch): Beat | null => {
    const first = Math.floor(own.from);
    const from = own.told ?? (isFull(first, own) ? first : first + 1);
    const to = reached(own);
    if (to <= from) return null;
    const beat = { from, to, start: own.toldAt, end: Math.max(own.toldAt + 1, own.lookedAt) };
    for (let second = from; second < to; second += 1) told.add(second);
    own.told = to;
    own.toldAt = beat.end;
    return beat;
  };

  /** A look at the video while it plays: where it is, in seconds, and when, in milliseconds. */
  const look = (media: number, at: number): Beat | null => {
    const moved = stretch ? media - stretch.to : 0;
    const most = stretch ? ((at - stretch.lookedAt) / 1_000) * FASTEST + JITTER : 0;
    if (!stretch || moved < 0 || moved > most) {
      stretch = { from: media, to: media, lookedAt: at, told: null, toldAt: at };
      return null;
    }
    stretch.to = media;
    stretch.lookedAt = Math.max(stretch.lookedAt, at);
    ranges = joinRange(ranges, [stretch.from, stretch.to]);
    return tell(stretch);
  };

  /** It was stopped, or is about to jump: what comes next is another stretch. */
  const stop = () => {
    stretch = null;
  };
  return { look, stop };
}

/** Adds a beat to others, joining it to the last one where it goes on from there in the video and in time. */
export function addBeat(beats: readonly Beat[], beat: Beat): Beat[] {
  const last = beats.at(-1);
  if (last?.to !== beat.from || last.end !== beat.start) return [...beats, beat];
  return [...beats.slice(0, -1), { ...last, to: beat.to, end: beat.end }];
}
