import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { LessonView, SectionView } from "../outline-view.ts";
import { LessonWait } from "./lesson-wait.tsx";

type LessonListProps = {
  course: string;
  sections: readonly SectionView[];
  /** The lesson that is open. */
  currentId?: string;
  /** Without a learner's marks, for those who do not learn here. */
  plain?: boolean;
  /** What stands beside a lesson, apart from its link. */
  beside?: (lesson: LessonView) => ReactNode;
};

/** A course's lessons by section, each with its state. */
export function LessonList({ course, sections, currentId, plain = false, beside }: LessonListProps) {
  return (
    <ol className="grid gap-4">
      {sections.map((section) => (
        <li key={section.id}>
          <h3 className="px-3 pb-1 font-semibold text-ink-2 text-sm">
            <LocalText value={section.title} />
          </h3>
          <ol>
            {section.lessons.map((lesson) => (
              <li key={lesson.id} className={beside && "flex items-center"}>
                <LessonRow course={course} lesson={lesson} current={lesson.id === currentId} plain={plain} />
                {beside?.(lesson)}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

type LessonRowProps = { course: string; lesson: LessonView; current: boolean; plain: boolean };
const rowClass = "flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-sm px-3 py-1.5";

function LessonRow({ course, lesson, current, plain }: LessonRowProps) {
  const content = <LessonWords lesson={lesson} plain={plain} />;
  if (!lesson.open) {
    return (
      <div className="min-w-0 flex-1 text-ink-2">
        <div className={rowClass}>{content}</div>
        {lesson.wait ? (
          <div className="ps-10.5 pe-3 pb-1.5">
            <LessonWait course={course} wait={lesson.wait} />
          </div>
        ) : null}
      </div>
    );
  }
  return (
    <Link
      to={`/learn/${course}/${lesson.slug}`}
      aria-current={current ? "page" : undefined}
      className={classNames(
        rowClass,
        "text-ink no-underline hover:bg-surface-2 hover:text-ink",
        "aria-[current]:bg-tile-tint aria-[current]:font-semibold aria-[current]:text-tile-strong",
      )}
    >
      {content}
    </Link>
  );
}

function LessonWords({ lesson, plain }: { lesson: LessonView; plain: boolean }) {
  const { t } = useTranslation("progress");
  return (
    <>
      {lesson.open ? null : <Icon name="lock" className="size-5 flex-none" />}
      {lesson.open && !plain ? <StateMark completed={lesson.completed} /> : null}
      <span className="min-w-0 flex-1">
        <LocalText value={lesson.title} />
        <QuizTag lesson={lesson} />
        {lesson.standing === "required" ? null : (
          <span className="ms-2 inline-block">
            <Tag kind={lesson.standing === "new" ? "tile" : "plain"}>{t(`standing.${lesson.standing}`)}</Tag>
          </span>
        )}
        <VisuallyHidden>
          {plain || !lesson.open ? "" : t(lesson.completed ? "state.done" : "state.open")}
        </VisuallyHidden>
        {lesson.open ? null : <VisuallyHidden>{t("state.closed")}</VisuallyHidden>}
      </span>
      <span className="flex-none font-normal text-ink-2 text-sm">{t("minutes", { minutes: lesson.minutes })}</span>
    </>
  );
}

/** That it is a quiz, and where she stands in it. */
function QuizTag({ lesson: { kind, sitting } }: { lesson: LessonView }) {
  const { t } = useTranslation("progress");
  if (kind !== "quiz") return null;
  return (
    <span className="ms-2 inline-block">
      <Tag kind={sitting ? "tile" : "plain"}>{t(sitting ? `quiz.${sitting}` : "quiz.kind")}</Tag>
    </span>
  );
}

function StateMark({ completed }: { completed: boolean }) {
  return completed ? (
    <span className="grid size-5 flex-none place-items-center rounded-full bg-ok text-surface">
      <Icon name="check" className="size-3.5" />
    </span>
  ) : (
    <span className="size-5 flex-none rounded-full border-2 border-line-strong" />
  );
}
