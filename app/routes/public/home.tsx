import { CourseGrid } from "#app/features/course/components/course-card.tsx";
import { ProgrammeList } from "#app/features/course/components/programme-card.tsx";
import { countCourses } from "#app/features/course/count-courses.server.ts";
import { catalogueHref } from "#app/features/course/course-filters.ts";
import { findCourses } from "#app/features/course/find-courses.server.ts";
import { findProgrammes } from "#app/features/course/find-programmes.server.ts";
import { CurrentCourseCard } from "#app/features/progress/components/current-course-card.tsx";
import { findCurrentEnrolment } from "#app/features/progress/find-my-courses.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Girih } from "#app/ui/girih.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { Route } from "./+types/home";

/** Courses shown on the first page; the catalogue has them all. */
const SELECTED = 6;

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  load: async ({ ctx, url }) => {
    const [mine, { courses }, counts, programmes] = await Promise.all([
      findCurrentEnrolment(ctx),
      findCourses(ctx, {}),
      countCourses(ctx, {}),
      findProgrammes(ctx),
    ]);
    const { total, lessons, facets } = counts;
    const facts = { courses: total, lessons, languages: facets.language.length };
    const current = mine && {
      slug: mine.course.slug,
      titles: mine.course.titles,
      share: mine.share,
      lesson: mine.next && { slug: mine.next.lesson.slug, titles: mine.next.lesson.titles },
    };
    return {
      current,
      facts,
      subjects: facets.subject,
      courses: courses.slice(0, SELECTED),
      programmes,
      origin: publicOrigin(url),
    };
  },
});

function Hero({ facts }: { facts: Route.ComponentProps["loaderData"]["facts"] }) {
  const { t } = useTranslation("home");
  const { number } = useFormats();
  return (
    <div className="relative overflow-hidden border-line border-b bg-linear-to-b from-surface-2 to-paper">
      <Girih className="absolute inset-y-0 end-0 h-full w-full text-tile opacity-[0.07] md:w-[46%] md:opacity-[0.16]" />
      <Container className="relative py-12 md:pt-20 md:pb-16">
        <h1 className="max-w-[18ch] font-bold font-read text-4xl text-balance md:text-5xl">{t("title")}</h1>
        <p className="max-w-[54ch] pt-4 pb-8 text-ink-2 text-lg">{t("lead")}</p>
        <Link to="/courses" className={buttonClass()}>
          {t("browse")}
        </Link>
        {facts.courses > 0 ? (
          <dl className="flex flex-wrap gap-x-10 gap-y-4 pt-11">
            <Stat label={t("facts.courses", { count: facts.courses })} value={number(facts.courses)} />
            <Stat label={t("facts.lessons", { count: facts.lessons })} value={number(facts.lessons)} />
            <Stat label={t("facts.languages", { count: facts.languages })} value={number(facts.languages)} />
          </dl>
        ) : null}
      </Container>
    </div>
  );
}

function Subjects({ subjects }: { subjects: Route.ComponentProps["loaderData"]["subjects"] }) {
  const { t } = useTranslation("course");
  return (
    <ul className="flex flex-wrap gap-3">
      {subjects.map(({ value, name, count }) => (
        <li key={value}>
          <Link
            to={catalogueHref({ subject: value })}
            className="inline-flex min-h-11 items-center gap-3 rounded border border-line bg-surface px-4 py-2 text-ink no-underline hover:bg-tile-tint"
          >
            {name ? <LocalText value={name} className="font-semibold" /> : value}
            <span className="text-ink-2 text-sm">{t("courses", { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { current, facts, subjects, courses, programmes, origin } = loaderData;
  const { t } = useTranslation("home");
  const { locale } = usePageContext().formats;
  const heading = "pb-6 font-bold font-read text-3xl";
  return (
    <>
      <PageHead description={t("description", { academy: t("ui:name") })} origin={origin} path="/" />
      <Hero facts={facts} />
      <Container className="grid gap-14 py-14">
        {current ? (
          <section aria-labelledby="continue">
            <h2 id="continue" className={heading}>
              {t("continue.title")}
            </h2>
            <CurrentCourseCard current={current} locale={locale} />
          </section>
        ) : null}
        <section aria-labelledby="selected">
          <h2 id="selected" className={heading}>
            {t("selected")}
          </h2>
          {courses.length > 0 ? (
            <CourseGrid courses={courses} />
          ) : (
            <EmptyState title={t("empty.title")} text={t("empty.text")} />
          )}
          {facts.courses > courses.length ? (
            <p className="pt-6">
              <Link to="/courses">{t("all")}</Link>
            </p>
          ) : null}
        </section>
        {programmes.length > 0 ? (
          <section aria-labelledby="programmes">
            <h2 id="programmes" className={heading}>
              {t("programmes")}
            </h2>
            <ProgrammeList programmes={programmes} />
          </section>
        ) : null}
        {subjects.length > 1 ? (
          <section aria-labelledby="subjects">
            <h2 id="subjects" className={heading}>
              {t("subjects")}
            </h2>
            <Subjects subjects={subjects} />
          </section>
        ) : null}
      </Container>
    </>
  );
}
