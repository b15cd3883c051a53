import { LineCounter, parseDocument, Scalar, stringify } from "yaml";
import { z } from "zod";
import { lineSchema } from "./blocks/lesson-attributes.ts";

const lessonFrontMatterSchema = z.strictObject({ id: z.uuid(), title: lineSchema, summary: lineSchema });

export type LessonFrontMatter = z.output<typeof lessonFrontMatterSchema>;

type Problem = { line: number; reason: string };

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/;

/**
 * Splits a file into its front matter and its body. The body keeps its line numbers: blank lines stand where the
 * front matter was.
 */
export function readFrontMatter(file: string): {
  frontMatter: LessonFrontMatter | null;
  body: string;
  problems: Problem[];
} {
  const [block, source = ""] = FENCED.exec(file) ?? [];
  if (block === undefined) {
    return {
      frontMatter: null,
      body: file,
      problems: [{ line: 1, reason: "The file begins with --- and its id, title and summary." }],
    };
  }
  const body = "\n".repeat(block.split("\n").length - 1) + file.slice(block.length);
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const broken = yaml.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    reason: error.message.split("\n")[0] ?? "",
  }));
  if (broken.length > 0) return { frontMatter: null, body, problems: broken };
  const parsed = lessonFrontMatterSchema.safeParse(yaml.toJS());
  if (parsed.success) return { frontMatter: parsed.data, body, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const node = issue.path.length > 0 ? yaml.getIn(issue.path, true) : undefined;
    const offset = node instanceof Scalar ? node.range?.[0] : undefined;
    return {
      line: offset === undefined ? 1 : lineAt(offset),
      reason: `${issue.path.join(".") || "front matter"}: ${issue.message}`,
    };
  });
  return { frontMatter: null, body, problems };
}

export function writeFrontMatter({ id, ...texts }: LessonFrontMatter): string {
  const quoted = stringify(texts, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });
  return `---\nid: ${id}\n${quoted}---\n`;
}
