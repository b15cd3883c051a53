import type { ShownSelfCheck, TriedSelfCheck } from "../../self-check/self-check.server.ts";

export type SelfCheckAddress = { course: string; lesson: string; question: string };

const addressOf = ({ course, lesson, question }: SelfCheckAddress) =>
  `/resources/self-checks/${course}/${lesson}/${question}`;

/** Null where the academy cannot be reached, or does not ask this any more. */
async function ask<Answer>(address: SelfCheckAddress, init?: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(addressOf(address), init);
    return response.ok ? await response.json() : null;
  } catch {
    // The line is dead, or ended in the middle of the answer.
    return null;
  }
}

export const askQuestion = (address: SelfCheckAddress) => ask<ShownSelfCheck>(address);

export function sendAnswer(address: SelfCheckAddress, answer: unknown): Promise<TriedSelfCheck | null> {
  const body = new FormData();
  body.append("answer", JSON.stringify(answer));
  return ask<TriedSelfCheck>(address, { method: "POST", body });
}
