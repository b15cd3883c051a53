import { useEffect, useState } from "react";
import { onLeaving } from "#app/platform/browser/on-leaving.ts";
import type { LectureView, Seconds } from "../../playback.ts";
import { type OpenSitting, openSitting, type WatchingFacts } from "./sitting.ts";

const SEND_EVERY = 15_000;

type Watching = {
  view: LectureView;
  lessonId: string;
  onCompleted: () => void;
};

const NOTHING: Seconds[] = [];

/** Near the end there is nothing to go on with. */
function placeToResume(at: number, lengthSeconds: number): number {
  return at >= lengthSeconds - 3 ? 0 : at;
}

function startSending(sitting: OpenSitting): () => void {
  const sendAll = () => {
    void sitting.flush();
    void sitting.sendLeft().catch(() => undefined);
  };
  const timer = setInterval(sitting.flush, SEND_EVERY);
  window.addEventListener("online", sendAll);
  const stopLeaving = onLeaving(sitting.leave);
  void sitting.sendLeft().catch(() => undefined);
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", sendAll);
    stopLeaving();
    // The page stands, but she went to another one of ours: there is time for an answer.
    void sitting.flush().finally(sitting.close);
  };
}

/**
 * What a learner has watched of a lecture, live, and where she goes on: `resumeAt` is null until that is known.
 * `sitting` takes what is played; undefined for somebody who does not learn here, and before the page is awake.
 * Belongs to one lecture: give the component that calls it the lesson as its key.
 */
export function useWatching({ view, lessonId, onCompleted }: Watching) {
  const [first] = useState(view);
  const { watching, lengthSeconds } = first;
  const [facts, setFacts] = useState<WatchingFacts>({
    covered: watching?.covered ?? NOTHING,
    saving: "saved",
    refusedSeconds: 0,
  });
  const [sitting, setSitting] = useState<OpenSitting>();
  const [resumeAt, setResumeAt] = useState<number | null>(watching ? null : 0);
  useEffect(() => {
    if (!watching) return;
    let gone = false;
    const onFacts = (next: WatchingFacts) => {
      if (!gone) setFacts(next);
    };
    const opened = openSitting({ watching, lessonId, lengthSeconds, onFacts, onCompleted });
    setSitting(opened);
    const resume = (at: number | null) => {
      if (!gone) setResumeAt(placeToResume(at ?? watching.positionSeconds, lengthSeconds));
    };
    let stop: (() => void) | undefined;
    // What is left on this device is looked at before it is sent, and forgotten.
    void opened
      .recall()
      .then(resume, () => resume(null))
      .then(() => {
        if (!gone) stop = startSending(opened);
      });
    return () => {
      gone = true;
      if (stop) stop();
      else opened.close();
    };
  }, [watching, lessonId, lengthSeconds, onCompleted]);
  return { ...facts, sitting, resumeAt };
}
