import { useState } from "react";
import { sendIntent } from "./send-intent.ts";
import { useAskAgain } from "./use-sitting.ts";

type Stage = "closed" | "asking" | "sending" | "failed";

type UseSendingAct = {
  /** Sends every answer; whether the server has them all. */
  flush: () => Promise<boolean>;
  fields: Record<string, string>;
};

/** An act upon the attempt that is asked for first, and done once the server has all answers. */
export function useSendingAct({ flush, fields }: UseSendingAct) {
  const [stage, setStage] = useState<Stage>("closed");
  const askAgain = useAskAgain();
  const confirm = async () => {
    setStage("sending");
    const isSent = (await flush()) && (await sendIntent(fields)) === "done";
    if (!isSent) return setStage("failed");
    await askAgain();
    setStage("closed");
  };
  return { stage, ask: () => setStage("asking"), close: () => setStage("closed"), confirm };
}

export type SendingAct = ReturnType<typeof useSendingAct>;
