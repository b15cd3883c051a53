import type { SubmissionResult } from "@conform-to/react";
import { AddLessonForm } from "#app/features/lesson/components/add-lesson-form.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { ReleaseCheck } from "../check-release.server.ts";
import { DraftOutline } from "./draft-outline.tsx";

type Answer = { result: SubmissionResult<string[]>; intent: "add-lecture" | "add-quiz"; section: string };

type DraftColumnProps = { course: string; check: ReleaseCheck; answer: Answer | undefined };

const addable = [
  { intent: "add-lecture", words: "lecture-editor" },
  { intent: "add-quiz", words: "quiz-editor" },
] as const;

/** A course's draft for those who may change it: its outline, and what can be added. */
export function DraftColumn({ course, check, answer: added }: DraftColumnProps) {
  const { t } = useTranslation("release");
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
    </>
  );
}
