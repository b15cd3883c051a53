import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { LessonView } from "../outline-view.ts";

type WhyIncompleteProps = {
  course: string;
  /** The required lessons that are not completed, in order. */
  missing: readonly LessonView[];
  finished: boolean;
  completedAt: Date | null;
};

/** Why a course is not complete: what is missing, exactly, with the way there; or that it is complete. */
export function WhyIncomplete({ course, missing, finished, completedAt }: WhyIncompleteProps) {
  const { t } = useTranslation("progress");
  const formats = useFormats();
  if (finished) {
    return (
      <p className="flex items-start gap-3 rounded-sm bg-gold-tint px-4 py-3">
        <Icon name="award" className="mt-1 size-5 flex-none text-gold-ink" />
        <span>
          <strong className="text-gold-ink">{t("why.finished")}</strong>{" "}
          {completedAt ? t("why.finishedOn", { date: formats.date(completedAt) }) : null}
        </span>
      </p>
    );
  }
  const [first] = missing;
  const open = missing.find((lesson) => lesson.open);
  return (
    <div className="flex items-start gap-3 rounded-sm bg-gold-tint px-4 py-3">
      <Icon name="clock" className="mt-1 size-5 flex-none text-gold-ink" />
      <div className="min-w-0">
        <p>
          <strong className="text-gold-ink">{t("why.title")}</strong>{" "}
          {first ? t("why.missing", { count: missing.length }) : t("why.empty")}{" "}
          {open ? <Link to={`/learn/${course}/${open.slug}`}>{t("why.first")}</Link> : null}
        </p>
        {missing.length > 1 ? (
          <Disclosure summary={t("why.all")} className="mt-1">
            <ul className="grid">
              {missing.map((lesson) => (
                <li key={lesson.id}>
                  <MissingLesson course={course} lesson={lesson} />
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </div>
  );
}

function MissingLesson({ course, lesson }: { course: string; lesson: LessonView }) {
  if (!lesson.open) return <LocalText value={lesson.title} />;
  return (
    <Link to={`/learn/${course}/${lesson.slug}`} className="inline-flex min-h-11 items-center">
      <LocalText value={lesson.title} />
    </Link>
  );
}
