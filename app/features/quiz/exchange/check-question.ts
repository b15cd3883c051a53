import { parsePassage } from "#app/features/lesson/parse-lesson-markdown.ts";
import { questionTypes } from "../question-types/registry.ts";
import { type ExchangedQuestion, exchangedQuestionSchema, type Reason } from "./exchanged-question.ts";

type Checked = { ok: true; question: ExchangedQuestion } | { ok: false; reason: Reason };

const refusal = (code: Reason["code"], values: Record<string, string>): Checked => ({
  ok: false,
  reason: { code, values },
});

/** Letters, digits and the marks that mean nothing in Markdown wherever they stand within a line. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}\p{Zs},.;?!'"«»،؛؟()]*$/u;

/** Whether lessons' Markdown takes a text, and if not, what is wrong with it. */
export function markdownProblem(markdown: string): string | null {
  if (PLAIN.test(markdown)) return null;
  const parsed = parsePassage({ markdown, path: "" });
  return parsed.ok ? null : (parsed.problems[0]?.reason ?? "");
}

/** A question as it may be stored: its type is known, its body passes, and every text of it can be shown. */
export function checkQuestion(draft: ExchangedQuestion): Checked {
  const parsed = exchangedQuestionSchema.safeParse(draft);
  if (!parsed.success) return refusal("invalid", { path: parsed.error.issues[0]?.path.join(".") ?? "", problem: "" });
  const type = questionTypes.get(parsed.data.type);
  if (!type) return refusal("typeUnknown", { type: parsed.data.type });
  const body = type.parseBody(parsed.data.body);
  if (!body.ok) {
    const [problem] = body.problems;
    return refusal("invalid", { path: problem?.path.join(".") ?? "", problem: problem?.message ?? "" });
  }
  for (const text of type.texts(body.value)) {
    for (const markdown of Object.values(text)) {
      const problem = markdownProblem(markdown);
      if (problem !== null) return refusal("text", { problem });
    }
  }
  return { ok: true, question: parsed.data };
}
