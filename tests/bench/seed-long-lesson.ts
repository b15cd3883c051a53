import { z } from "zod";
import { type LessonDocument, lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { type LessonNode, nodeShape } from "#app/features/lesson/lesson-node.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createPerson, createSession } from "#tests/factories/person.ts";

const COURSE = "jerusalem-through-the-ages";
const LESSON = "all-in-one";
const WORDS = 20_000;

const shape: z.ZodType<LessonNode> = nodeShape;

function wordsIn({ text = "", content = [] }: LessonNode): number {
  const own = text.split(/\s+/u).filter(Boolean).length;
  return own + content.reduce((sum, child) => sum + wordsIn(child), 0);
}

/** Notes have labels of their own in each of the lessons that are joined. */
function withLabels(node: LessonNode, prefix: string): LessonNode {
  const { content, attrs } = node;
  const label = typeof attrs?.label === "string" ? { label: `${prefix}-${attrs.label}` } : {};
  return {
    ...node,
    ...(attrs ? { attrs: { ...attrs, ...label } } : {}),
    ...(content ? { content: content.map((child) => withLabels(child, prefix)) } : {}),
  };
}

/** One text of so many words, of texts in turns: headings, tables, notes, citations, figures and all. */
function join(documents: readonly LessonNode[]): LessonDocument {
  const blocks: LessonNode[] = [];
  const notes: LessonNode[] = [];
  let words = 0;
  for (let round = 0; words < WORDS; round += 1) {
    for (const [index, document] of documents.entries()) {
      for (const block of withLabels(document, `r${round}-${index}`).content ?? []) {
        if (block.type === "footnotes") notes.push(...(block.content ?? []));
        else blocks.push(block);
        words += wordsIn(block);
      }
      if (words >= WORDS) break;
    }
  }
  return lessonDocumentSchema.parse({ type: "doc", content: [...blocks, { type: "footnotes", content: notes }] });
}

export type LongLesson = {
  path: string;
  cookie: { name: string; value: string };
  words: number;
  blocks: number;
  notes: number;
};

/** A lesson of 20,000 words in Arabic and English, of the words of the sample course, and an admin who may write in it. */
export async function seedLongLesson(db: Db): Promise<LongLesson> {
  const course = await db.course.findUniqueOrThrow({ where: { slug: COURSE } });
  const texts = await db.lessonText.findMany({
    where: { lesson: { courseId: course.id, kind: "text" } },
    orderBy: [{ lesson: { slug: "asc" } }, { locale: "asc" }],
  });
  const document = join(texts.map((text) => shape.parse(text.document)));
  const section = await db.section.findFirstOrThrow({ where: { courseId: course.id } });
  const text = { locale: "ar", title: "الكلّ في درس", summary: "درس طويل.", document: stored.parse(document) };
  await db.lesson.create({
    data: {
      ...{ courseId: course.id, sectionId: section.id, slug: LESSON, position: 90, kind: "text", minutes: 100 },
      texts: { create: text },
    },
  });
  const { id } = await createPerson(db, { role: "admin" });
  const [name = "", value = ""] = (await createSession(db, id)).cookie.split("=");
  const { content = [] } = document;
  const notes = content.find(({ type }) => type === "footnotes")?.content?.length ?? 0;
  return {
    path: `/teach/${COURSE}/${LESSON}/text?language=ar`,
    ...{ cookie: { name, value }, words: wordsIn(document), blocks: content.length, notes },
  };
}

const stored = z.record(z.string(), z.json());
