import type { Sent } from "#app/platform/browser/send-json.ts";
import type { LectureView, Seconds } from "../../playback.ts";
import {
  type Counted,
  dropSitting,
  findKeptSittings,
  holdSitting,
  type KeptSitting,
  keepSitting,
  type Position,
  sendKeptSittings,
  sendOnLeaving,
  sendSitting,
} from "./beat-queue.ts";
import { joinSeconds } from "./coverage.ts";
import { addBeat, type Beat } from "./played-seconds.ts";

/**
 * - `saved`: the server has all
 * - `kept`: it could not be reached; what it lacks is kept on this device
 * - `signIn`: so is it, until she signs in again
 * - `refused`: the server takes nothing of this lecture from her now
 */
export type Saving = "saved" | "kept" | "signIn" | "refused";

/** What is known of the watching by now. */
export type WatchingFacts = {
  covered: Seconds[];
  saving: Saving;
  /** Seconds that the server did not count, and this page had shown as watched. */
  refusedSeconds: number;
};

type Open = {
  watching: NonNullable<LectureView["watching"]>;
  lessonId: string;
  lengthSeconds: number;
  onFacts: (facts: WatchingFacts) => void;
  /** The server says that a lecture, this one or one of which something was left, is complete. */
  onCompleted: () => void;
};

export type OpenSitting = ReturnType<typeof openSitting>;

const secondsOf = (beats: readonly Beat[]): Seconds[] => beats.map(({ from, to }) => [from, to]);
const savings = { away: "kept", signIn: "signIn", refused: "refused" } as const;

/** What a page shows: the seconds known to be covered, those that the server has yet to count among them. */
function createFacts({ watching, onFacts }: Pick<Open, "watching" | "onFacts">) {
  let facts: WatchingFacts = { covered: joinSeconds(watching.covered), saving: "saved", refusedSeconds: 0 };
  const change = (next: Partial<WatchingFacts>) => {
    facts = { ...facts, ...next };
    onFacts(facts);
  };
  const lost = (beats: readonly Beat[], { refused, covered }: Counted) => {
    const seconds = refused.flatMap(({ index }) => secondsOf(beats.slice(index, index + 1)));
    const left = joinSeconds(seconds).filter(([from, to]) => !covered.some((one) => one[0] <= from && to <= one[1]));
    return left.reduce((sum, [from, to]) => sum + to - from, 0);
  };
  return {
    add: (seconds: readonly Seconds[]) => change({ covered: joinSeconds(facts.covered, seconds) }),
    save: (saving: Saving) => facts.saving !== saving && change({ saving }),
    count: (answer: Counted, sent: readonly Beat[], unsent: readonly Beat[]) => {
      const refusedSeconds = facts.refusedSeconds + lost(sent, answer);
      change({ covered: joinSeconds(answer.covered, secondsOf(unsent)), saving: "saved", refusedSeconds });
    },
  };
}

/**
 * One time that a learner has a lecture open: takes what is played, keeps it on this device until the server has it,
 * and sends it. Times of beats are milliseconds since this was called, on a clock that nobody sets.
 */
export function openSitting({ watching, lessonId, lengthSeconds, onFacts, onCompleted }: Open) {
  const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const zero = performance.now();
  const now = () => performance.now() - zero;
  const release = holdSitting(id);
  const facts = createFacts({ watching, onFacts });
  // Still growing; told to the server or about to be, as they stand; those may not change any more.
  let growing: Beat[] = [];
  let sealed: Beat[] = [];
  let place: Position | null = null;
  let placeSent: Position | null = null;
  let sending: Promise<void> | undefined;

  const kept = (): KeptSitting => {
    const { sitting, openedAt } = watching;
    return { id, sitting, lessonId, lengthSeconds, openedAt, beats: [...sealed, ...growing], position: place };
  };
  // A browser that allows no storage keeps nothing; what can be sent is sent all the same.
  const keep = () => void keepSitting(kept()).catch(() => undefined);
  const seal = () => {
    sealed = [...sealed, ...growing];
    growing = [];
  };
  const isSent = () => sealed.length === 0 && growing.length === 0 && place === placeSent;

  const take = (sent: Sent<Counted>, { beats, position }: KeptSitting) => {
    if (sent.result !== "taken") return facts.save(savings[sent.result]);
    const { answer } = sent;
    sealed = sealed.filter((beat) => !beats.includes(beat));
    placeSent = position;
    facts.count(answer, beats, [...sealed, ...growing]);
    if (isSent()) void dropSitting(id).catch(() => undefined);
    else keep();
    if (answer.completed) onCompleted();
  };
  const send = async () => {
    seal();
    const what = kept();
    keep();
    take(await sendSitting(what), what);
  };

  return {
    now,
    /** Takes what was newly played, if anything, and where she is. */
    note: (beat: Beat | null, at: number) => {
      place = { at: Math.max(0, at), moment: now() };
      if (!beat) return;
      growing = addBeat(growing, beat);
      facts.add(secondsOf([beat]));
      keep();
    },
    /** Sends what the server lacks; not twice at once. */
    flush: async (): Promise<void> => {
      if (isSent()) return;
      sending ??= send().finally(() => {
        sending = undefined;
      });
      await sending;
    },
    /** The page goes out of sight, and may not come back. */
    leave: () => {
      if (isSent()) return;
      seal();
      keep();
      sendOnLeaving(kept());
    },
    /** Where she was in this lecture, by what this device knows and the server does not; null where it knows nothing. */
    recall: async (): Promise<number | null> => {
      const all = (await findKeptSittings()).filter((one) => one.id !== id && one.lessonId === lessonId);
      const mine = all.filter((one) => one.lengthSeconds === lengthSeconds);
      facts.add(mine.flatMap(({ beats }) => secondsOf(beats)));
      const places = mine.flatMap(({ position, openedAt }) =>
        position ? [{ at: position.at, when: openedAt + position.moment }] : [],
      );
      const newest = places.sort((a, b) => b.when - a.when)[0];
      return newest && newest.when > watching.positionAt ? newest.at : null;
    },
    /** Sends what earlier sittings left on this device. */
    sendLeft: () =>
      sendKeptSittings(({ lessonId: of, beats }, sent) => {
        if (sent.result !== "taken") return;
        if (of === lessonId) facts.count(sent.answer, beats, [...sealed, ...growing]);
        if (sent.answer.completed) onCompleted();
      }),
    close: release,
  };
}
