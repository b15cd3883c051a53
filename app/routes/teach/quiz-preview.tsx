import { randomInt } from "node:crypto";
import { useState } from "react";
import { z } from "zod";
import { previewPaper } from "#app/features/quiz/building/preview-paper.server.ts";
import { seedSchema } from "#app/features/quiz/building/seed.ts";
import { CourseLanguages } from "#app/features/quiz/components/building/course-languages.tsx";
import { PreviewSheet } from "#app/features/quiz/components/building/preview-sheet.tsx";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Route } from "./+types/quiz-preview";
import { QuizFrame } from "./quiz-frame.tsx";

const SEEDS = 2 ** 31;

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  search: z.object({ seed: seedSchema.optional().catch(undefined) }),
  load: async ({ personCtx, params, search: { seed = randomInt(SEEDS) } }) => ({
    ...(await previewPaper(personCtx(), { ...params, seed })),
    another: randomInt(SEEDS),
  }),
});

export default function QuizPreview({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-editor");
  const { course, lesson, paper, seed, mark, another } = loaderData;
  const page = `/teach/${course.slug}/${lesson.slug}`;
  const [phone, setPhone] = useState(false);
  return (
    <QuizFrame course={course} lesson={lesson} room="preview">
      <p className="mb-4 text-ink-2">{t("preview.lead")}</p>
      <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link to={`${page}/preview?seed=${another}`} className={buttonClass({ kind: "quiet", size: "s" })}>
          {t("preview.new")}
        </Link>
        <CourseLanguages locales={course.locales} seed={seed} />
        <fieldset className="hidden gap-2 sm:flex">
          <legend className="sr-only">{t("preview.width")}</legend>
          {[false, true].map((narrow) => (
            <Button
              key={String(narrow)}
              type="button"
              kind={phone === narrow ? "primary" : "quiet"}
              size="s"
              aria-pressed={phone === narrow}
              onClick={() => setPhone(narrow)}
            >
              {t(narrow ? "preview.phone" : "preview.wide")}
            </Button>
          ))}
        </fieldset>
      </div>
      <div className={phone ? "mx-auto max-w-[24rem]" : "mx-auto max-w-3xl"}>
        {paper.slots.length === 0 ? (
          <EmptyState
            title={t("preview.empty.title")}
            text={t("preview.empty.text")}
            action={
              <Link to={`${page}/quiz`} className={buttonClass()}>
                {t("preview.empty.action")}
              </Link>
            }
          />
        ) : (
          <PreviewSheet key={`${seed} ${mark}`} {...{ paper, seed, mark }} />
        )}
      </div>
    </QuizFrame>
  );
}
