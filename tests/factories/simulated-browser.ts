import { randomUUID } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { AnswerEdit } from "#app/features/quiz/components/sitting/answer-edit.ts";
import { findKept, type Owner } from "#app/features/quiz/components/sitting/answer-store.ts";
import { openAnswers } from "#app/features/quiz/components/sitting/open-answers.ts";
import type { Saved, SendAnswers } from "#app/features/quiz/components/sitting/send-answers.ts";

/** Gives this process the store that browsers have. */
export function installDeviceStore(): void {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
}

type Line = "up" | "down" | "deaf" | "signIn" | "gone" | "unread";

/** What stands for /resources/answers where only the page is tested; `line` says how it fares with requests. */
export function simulateServer(owner: Owner = { personId: randomUUID(), attemptId: randomUUID() }) {
  const received: AnswerEdit[] = [];
  const requests: { owner: Owner; edits: AnswerEdit[]; leaving: boolean }[] = [];
  const elsewhere: Saved["answers"] = [];
  const server = {
    line: "up" as Line,
    state: "open" as Saved["state"],
    late: false,
    refuses: (_: AnswerEdit): boolean => false,
    unreadable: (_: AnswerEdit): boolean => false,
  };
  const send: SendAnswers = async (whose, { device, edits, leaving = false }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (server.line === "down") return { result: "away" };
    requests.push({ owner: whose, edits: [...edits], leaving });
    if (server.line === "signIn") return { result: "signIn" };
    if (server.line === "gone") return { result: "refused", status: 404 };
    if (edits.some(server.unreadable)) return { result: "refused", status: 400 };
    const [refused, good] = [edits.filter(server.refuses), edits.filter((edit) => !server.refuses(edit))];
    const late = server.late || server.state === "submitted";
    received.push(...good.map((edit) => ({ ...edit, device })));
    if (server.line === "deaf") return { result: "away" };
    const told = good.map(({ slot, sequence }) => ({ slot, sequence, late }));
    const answer = { state: server.state, edits: told, refused, answers: elsewhere, now: Date.now() };
    return { result: "taken", answer };
  };
  /** A tab with the attempt. */
  const openTab = (given: Partial<Parameters<typeof openAnswers>[0]> = {}) =>
    openAnswers({
      ...{ owner, answers: [], madeAt: Date.now(), deadlineAt: null, now: () => Date.now(), send },
      ...given,
    });
  /** `elsewhere` are answers that another device saved; `kept` is what the device keeps of the attempt. */
  return Object.assign(server, { owner, received, requests, elsewhere, send, openTab, kept: () => findKept(owner) });
}
