import { LRUCache } from "lru-cache";
import { parsePassage } from "#app/features/lesson/parse-lesson-markdown.ts";
import { questionTypes } from "../question-types/registry.ts";
import { type ExchangedQuestion, exchangedQuestionSchema, type Reason } from "./exchanged-question.ts";
import { isReadable } from "./markdown-bounds.ts";
import { isSimpleMarkdown } from "./simple-markdown.ts";

type Checked = { ok: true; question: ExchangedQuestion } | { ok: false; reason: Reason };

const refusal = (code: Reason["code"], values: Record<string, string>): Checked => ({
  ok: false,
  reason: { code, values },
});

// Readers try a text when they make it, and it is checked again with its question.
const known = new LRUCache<string, { problem: string | null }>({ max: 2_000 });

/** Whether a question may have a text of Markdown, and if not, what is wrong with it. */
export function markdownProblem(markdown: string): string | null {
  if (isSimpleMarkdown(markdown)) return null;
  const checked = known.get(markdown) ?? { problem: readProblem(markdown) };
  known.set(markdown, checked);
  return checked.problem;
}

function readProblem(markdown: string): string | null {
  if (!isReadable(markdown)) return "It is too long, or its parts are nested too deeply.";
  const parsed = parsePassage({ markdown, path: "" });
  if (!parsed.ok) return parsed.problems[0]?.reason ?? "";
  const { lessons, courses } = parsed.references;
  const [inside] = [...lessons, ...courses];
  return inside ? `A question does not link to a lesson or a course: ${inside.slug}.` : null;
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
