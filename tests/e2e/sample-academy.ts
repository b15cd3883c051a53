import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const titleSchema = z.object({ ar: z.string(), en: z.string() });

const lessonSchema = z.object({ slug: z.string(), kind: z.string(), required: z.boolean() });

const courseSchema = z.object({
  slug: z.string(),
  title: titleSchema,
  sections: z.array(z.object({ lessons: z.array(lessonSchema) })),
});

const academySchema = z.object({
  programmes: z.array(z.object({ slug: z.string(), title: titleSchema })),
  instructors: z.array(z.object({ handle: z.string() })),
});

function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  return schema.parse(parse(readFileSync(file, "utf8")));
}

/** A course of the sample academy, as its package in content/ has it. */
export function sampleCourse(slug: string) {
  const { title, sections } = readYaml(`content/courses/${slug}/course.yaml`, courseSchema);
  const all = sections.flatMap((section) => section.lessons);
  const lessons = all.map((lesson) => lesson.slug);
  /** Those that a learner finishes by reading. */
  const texts = new Set(all.filter(({ kind }) => kind === "text").map((lesson) => lesson.slug));
  const quizzes = new Set(all.filter(({ kind }) => kind === "quiz").map((lesson) => lesson.slug));
  const required = all.filter((lesson) => lesson.required).length;
  const lessonTitle = (lesson: string, language: "ar" | "en") => {
    const folder = `content/courses/${slug}/lessons`;
    const file = readdirSync(folder).find((name) => name.endsWith(`-${lesson}.${language}.md`));
    const [, front = ""] = readFileSync(`${folder}/${file}`, "utf8").split(/^---$/m);
    return z.object({ title: z.string() }).parse(parse(front)).title;
  };
  return { slug, title, lessons, texts, quizzes, required, lessonTitle };
}

/** What the sample academy has besides its courses. */
export function sampleAcademy() {
  return readYaml("content/academy.yaml", academySchema);
}
