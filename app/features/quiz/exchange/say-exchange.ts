import { type MessageValues, translateMessage } from "#app/platform/i18n/message-key.ts";
import type { Loss, Reason } from "./exchanged-question.ts";

type Translate = (key: string, values?: MessageValues) => string;

/** A problem of a body is a message of its own; one of another program is as it is. */
const MESSAGE = /^[a-z-]+:[\w.]+($|\|\{)/;

function valuesOf(t: Translate, values: Record<string, string>): MessageValues {
  const { problem } = values;
  return problem !== undefined && MESSAGE.test(problem) ? { ...values, problem: translateMessage(t, problem) } : values;
}

/** What is lost of a question, in words. */
export const sayLoss = (t: Translate, { code, values }: Loss): string =>
  t(`question-import:losses.${code}`, valuesOf(t, values)).trim();

/** Why a question is refused, in words. */
export const sayReason = (t: Translate, { code, values }: Reason): string =>
  t(`question-import:reasons.${code}`, valuesOf(t, values)).trim();

type Said = { name: string; losses: Loss[] };
type Left = { name: string; reason: Reason };

/** What of an export is not in its file, line by line; nothing where all is. */
export function sayExportLosses(t: Translate, { lossy, refused }: { lossy: Said[]; refused: Left[] }): string {
  const lines = [
    ...refused.map(({ name, reason }) => `${name}: ${t("question-import:found.refused")}. ${sayReason(t, reason)}`),
    ...lossy.flatMap(({ name, losses }) => losses.map((loss) => `${name}: ${sayLoss(t, loss)}`)),
  ];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
