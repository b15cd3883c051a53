import { randomInt } from "node:crypto";
import { z } from "zod";
import { MOST_VARIANTS, printPapers } from "#app/features/quiz/building/print-papers.server.ts";
import { seedSchema } from "#app/features/quiz/building/seed.ts";
import { CourseLanguages } from "#app/features/quiz/components/building/course-languages.tsx";
import { PrintChoices, printables } from "#app/features/quiz/components/building/print-choices.tsx";
import { PrintSheet } from "#app/features/quiz/components/building/print-sheet.tsx";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/quiz-print";
import { QuizFrame } from "./quiz-frame.tsx";

/** Few enough digits to be copied from a printed key. */
const SEEDS = 1_000_000;

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  search: z.object({
    seed: seedSchema.optional().catch(undefined),
    variants: z.coerce.number().int().min(1).max(MOST_VARIANTS).catch(1),
    what: z.enum(printables).catch("both"),
  }),
  load: async ({ personCtx, params, search: { seed = randomInt(SEEDS), variants, what } }) => ({
    ...(await printPapers(personCtx(), { ...params, seed, variants })),
    ...{ what, most: MOST_VARIANTS },
  }),
});

export default function QuizPrint({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-editor");
  const { course, lesson, papers, seed, minutes, what, most } = loaderData;
  const common = { course: course.titles, lesson: lesson.titles, minutes, seed };
  const sheets = (isKey: boolean) =>
    papers.map((paper) => (
      <PrintSheet key={`${paper.variant} ${isKey}`} paper={paper} variants={papers.length} isKey={isKey} {...common} />
    ));
  return (
    <QuizFrame course={course} lesson={lesson} room="print">
      <p className="mb-4 max-w-3xl text-ink-2 print:hidden">{t("print.lead")}</p>
      <div className="mb-4 print:hidden">
        <CourseLanguages locales={course.locales} seed={seed} />
      </div>
      <PrintChoices {...{ seed, most, what }} variants={papers.length} />
      <div className="grid grid-cols-1 gap-8 print:block">
        {what === "keys" ? null : sheets(false)}
        {what === "papers" ? null : sheets(true)}
      </div>
    </QuizFrame>
  );
}
