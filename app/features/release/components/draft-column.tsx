import type { SubmissionResult } from "@conform-to/react";
import { AddLessonForm } from "#app/features/lesson/components/add-lesson-form.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { ReleaseCheck } from "../check-release.server.ts";
import { DraftOutline } from "./draft-outline.tsx";
import { ReleasePanel } from "./release-panel.tsx";

type Answer = { result: SubmissionResult<string[]> } & (
  | { intent: "add-lecture" | "add-quiz"; section: string }
  | { intent: "release" }
);

type DraftColumnProps = { course: string; learners: number; check: ReleaseCheck; answer: Answer | undefined };

const addable = [
  { intent: "add-lecture", words: "lecture-editor" },
  { intent: "add-quiz", words: "quiz-editor" },
] as const;

/** A course's draft for those who may change it: its outline, what can be added, and its release. */
export function DraftColumn({ course, learners, check, answer }: DraftColumnProps) {
  const { t } = useTranslation("release");
  const errors = useFormErrors(answer?.intent === "release" ? answer.result : undefined);
  const added = answer && answer.intent !== "release" ? answer : undefined;
  return (
    <>
      <section aria-labelledby="draft">
        <h2 id="draft" className="mb-3 font-bold font-read text-2xl">
          {t("draft")}
        </h2>
        <div className="rounded border border-line bg-surface py-4">
          <DraftOutline
            course={course}
            sections={check.sections}
            add={(section) =>
              addable.map(({ intent, words }) => (
                <AddLessonForm
                  key={intent}
                  intent={intent}
                  words={words}
                  section={section}
                  locales={check.locales}
                  result={added?.intent === intent && added.section === section.id ? added.result : undefined}
                />
              ))
            }
          />
        </div>
      </section>
      <ReleasePanel check={check} learners={learners} errors={errors.form} />
    </>
  );
}
