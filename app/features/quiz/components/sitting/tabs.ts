import type { Owner } from "./answer-store.ts";
import type { KeptChange } from "./keep-edits.ts";
import type { Saved } from "./send-answers.ts";

type Message = { change?: KeptChange; saved?: { device: string; saved: Saved } };

type Hearing = {
  onChange: (change: KeptChange) => void;
  onSaved: (saved: { device: string; saved: Saved }) => void;
};

export type Tabs = ReturnType<typeof createTabs>;

/** What tabs with the same attempt tell each other. Where the browser knows no channels, each finds out by itself. */
export function createTabs({ personId, attemptId }: Owner, { onChange, onSaved }: Hearing) {
  let channel: BroadcastChannel | undefined;
  const hear = ({ data }: MessageEvent<Message>) => {
    if (data.change) onChange(data.change);
    if (data.saved) onSaved(data.saved);
  };
  return {
    open: () => {
      if (typeof BroadcastChannel === "undefined") return;
      channel ??= new BroadcastChannel(`maqdis-answers-${personId}-${attemptId}`);
      channel.onmessage = hear;
    },
    post: (message: Message) => channel?.postMessage(message),
    close: () => {
      channel?.close();
      channel = undefined;
    },
  };
}
