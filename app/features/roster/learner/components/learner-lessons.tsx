import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { LearnerPage } from "../find-learner.server.ts";

type Lesson = LearnerPage["outline"][number]["lessons"][number];

/** Each lesson as it is to this learner: what completed it and when, what she played, what she came to. */
export function LearnerLessons({ page: { outline } }: { page: LearnerPage }) {
  const { t } = useTranslation("learner");
  const head = ["lesson", "completed", "watched", "grade"].map((key) => ({ key, label: t(`lessons.${key}`) }));
  return (
    <section aria-labelledby="lessons" className="grid gap-4">
      <h2 id="lessons" className="font-bold font-read text-2xl">
        {t("lessons.title")}
      </h2>
      {outline.map((section) => (
        <DataTable
          key={section.id}
          caption={section.title.text}
          head={head}
          rows={section.lessons.map((lesson) => ({
            key: lesson.id,
            cells: [
              <Name key="lesson" lesson={lesson} />,
              <Completed key="completed" lesson={lesson} />,
              <Watched key="watched" watched={lesson.watched} />,
              <Grade key="grade" lesson={lesson} />,
            ],
          }))}
        />
      ))}
    </section>
  );
}

function Name({ lesson: { title, standing, kind } }: { lesson: Lesson }) {
  const { t } = useTranslation("learner");
  return (
    <span className="flex min-w-44 flex-wrap items-center gap-2">
      <LocalText value={title} />
      <span className="font-normal text-ink-2">{t(`kind.${kind}`)}</span>
      {standing === "required" ? null : (
        <Tag kind={standing === "new" ? "tile" : "plain"}>{t(`standing.${standing}`)}</Tag>
      )}
    </span>
  );
}

function Completed({ lesson: { completion } }: { lesson: Lesson }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  if (!completion) return "–";
  return (
    <span className="grid min-w-36 gap-0.5">
      <span>{t(`cause.${completion.cause}`)}</span>
      <span className="text-ink-2">{formats.moment(completion.completedAt)}</span>
    </span>
  );
}

function Watched({ watched }: Pick<Lesson, "watched">) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  if (!watched) return "–";
  const [share, needed] = [formats.percent(Math.min(1, watched.share)), formats.percent(watched.needed)];
  return <span className="tabular-nums">{t("lessons.watchedOf", { share, needed })}</span>;
}

function Grade({ lesson: { grade } }: { lesson: Lesson }) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  if (!grade) return "–";
  if (grade.waiting) return <Tag kind="plain">{t("lessons.waits")}</Tag>;
  return (
    <span className="flex flex-wrap items-center gap-2 tabular-nums">
      {grade.share === null ? t("lessons.notSat") : formats.percent(grade.share / 10_000)}
      {grade.overridden ? <Tag kind="tile">{t("lessons.overridden")}</Tag> : null}
    </span>
  );
}
