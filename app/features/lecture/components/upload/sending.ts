/** Why nothing is sent. */
export type Refusal =
  | "tooLarge"
  | "notVideo"
  /** The file is not the one that was begun with. */
  | "otherFile"
  /** Nobody is signed in any more, or the upload was given up elsewhere. */
  | "gone"
  /** The academy, or who keeps its videos, does not answer. */
  | "away";

/** How the sending of a file from this browser stands. */
export type Sending =
  | { kind: "idle" }
  | { kind: "preparing"; fileName: string }
  /** Who keeps the videos does not answer; it is asked again without being told. */
  | { kind: "waiting"; fileName: string }
  | { kind: "sending" | "paused" | "lost"; fileName: string; sent: number; total: number }
  | { kind: "sent"; fileName: string }
  | { kind: "refused"; reason: Refusal };

/** Who is told while a file is sent. */
export type SendingNews = {
  progress: (sent: number) => void;
  /** The line is lost; it is tried again without being asked. */
  lost: () => void;
  refused: (reason: Refusal) => void;
  done: () => void;
};

export type SendingControls = { pause: () => void; resume: () => void; stop: () => void };
