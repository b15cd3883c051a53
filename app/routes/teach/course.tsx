import { z } from "zod";
import { CourseRule } from "#app/features/certificate/components/rules/course-rule.tsx";
import { findCourseRule } from "#app/features/certificate/rules/find-course-rule.server.ts";
import { rulesHref } from "#app/features/certificate/rules/rule-filters.ts";
import { findTaughtCourse } from "#app/features/enrolment/find-taught-courses.server.ts";
import { LessonList } from "#app/features/progress/components/lesson-list.tsx";
import { unsafeFindOutline } from "#app/features/progress/unsafe-find-outline.server.ts";
import { findGradingQueue } from "#app/features/quiz/grading/find-grading-queue.server.ts";
import { checkRelease } from "#app/features/release/check-release.server.ts";
import { DraftColumn } from "#app/features/release/components/draft-column.tsx";
import { RosterTable } from "#app/features/roster/components/roster-table.tsx";
import { findNewestLearners } from "#app/features/roster/find-newest-learners.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Stat } from "#app/ui/stat.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { Route } from "./+types/course";
import { courseActions } from "./course-actions.server.ts";
import { NextSteps } from "./next-steps.tsx";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params: { course: slug } }) => {
    const ctx = personCtx();
    const course = await findTaughtCourse(ctx, { course: slug });
    const learners = await findNewestLearners(ctx, { course: slug });
    const { currentReleaseId } = course;
    const outline = currentReleaseId ? await unsafeFindOutline(ctx, { releaseId: currentReleaseId }) : [];
    const check = await checkRelease(ctx, { course: slug });
    const { counts } = await findGradingQueue(ctx, { course: slug, choice: { state: "waiting" }, limit: 0 });
    const toGrade = counts.reduce((sum, { waiting }) => sum + waiting, 0);
    const rule = await findCourseRule(ctx, { course: slug });
    const changeRuleAt = isAdmin(ctx.actor) ? rulesHref({ kind: "courses", q: slug }) : null;
    return { course, learners, outline, check, toGrade, rule, changeRuleAt };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["add-lecture", "add-quiz"],
  act: (input) => courseActions(input),
});

export default function TaughtCourse({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("teach");
  const { locale } = usePageContext().formats;
  const { course, outline, check, toGrade } = loaderData;
  const title = pickTranslated(course.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${title.text} · ${t("courses.title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[{ label: t("courses.title"), to: "/teach" }, { label: <LocalText value={title} /> }]}
        LinkAs={Link}
      />
      <PageHeader
        title={<LocalText value={title} />}
        eyebrow={<Tag kind={course.state === "published" ? "tile" : "plain"}>{t(`state.${course.state}`)}</Tag>}
        actions={
          <Link to={`/courses/${course.slug}`} className={buttonClass({ kind: "quiet" })}>
            {t("course.publicPage")}
          </Link>
        }
      />
      <NextSteps
        course={course.slug}
        steps={{
          ...{ toGrade, released: course.releaseNumber !== null || !check },
          problems: check?.findings.filter(({ level }) => level === "error").length ?? 0,
        }}
      />
      <Numbers course={course} />
      <CourseRule rule={loaderData.rule} changeAt={loaderData.changeRuleAt} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <NewestLearners {...loaderData} />
        <div className="grid content-start gap-8">
          {check ? <DraftColumn course={course.slug} check={check} answer={actionData} /> : null}
          <section aria-labelledby="outline">
            <h2 id="outline" className="mb-3 font-bold font-read text-2xl">
              {t("course.outline")}
            </h2>
            <div className="rounded border border-line bg-surface py-4">
              {outline.length > 0 ? (
                <LessonList
                  course={course.slug}
                  sections={outline}
                  plain
                  beside={({ kind, slug, title: lesson }) =>
                    kind === "lecture" ? (
                      <WatchingLink to={`/teach/${course.slug}/${slug}/watching`} {...lesson} />
                    ) : null
                  }
                />
              ) : (
                <p className="px-4 text-ink-2">{t("course.noRelease")}</p>
              )}
            </div>
          </section>
        </div>
      </div>
    </Container>
  );
}

function WatchingLink({ to, text }: { to: string; text: string }) {
  const { t } = useTranslation("watching");
  return (
    <Link to={to} className="me-2 grid size-11 flex-none place-items-center rounded-sm text-tile hover:bg-tile-tint">
      <Icon name="eye" className="size-5" />
      <VisuallyHidden>{t("link", { title: text })}</VisuallyHidden>
    </Link>
  );
}

function Numbers({ course }: Pick<Route.ComponentProps["loaderData"], "course">) {
  const { t } = useTranslation("teach");
  const formats = useFormats();
  const { learners, finished, lessonCount, releaseNumber, releasedAt } = course;
  return (
    <div className="mb-8">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("courses.learners")} value={formats.number(learners)} />
        <Stat label={t("courses.finished")} value={formats.number(finished)} />
        <Stat label={t("courses.lessons")} value={formats.number(lessonCount)} />
      </dl>
      {releaseNumber !== null && releasedAt ? (
        <p className="mt-3 text-ink-2 text-sm">
          {t("course.release", { number: formats.number(releaseNumber), date: formats.date(releasedAt) })}
        </p>
      ) : null}
    </div>
  );
}

function NewestLearners({ course, learners }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("roster");
  return (
    <section aria-labelledby="learners" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="learners" className="font-bold font-read text-2xl">
          {t("overview.newest")}
        </h2>
        {learners.length > 0 ? (
          <Link to={`/teach/${course.slug}/learners`} className="inline-flex min-h-11 items-center">
            {t("overview.all")}
          </Link>
        ) : null}
      </div>
      {learners.length === 0 ? (
        <EmptyState title={t("empty.title")} text={t("empty.text")} />
      ) : (
        <RosterTable course={course.slug} learners={learners} brief />
      )}
    </section>
  );
}
