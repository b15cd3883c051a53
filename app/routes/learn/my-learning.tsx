import { z } from "zod";
import { EarnedCertificate } from "#app/features/certificate/components/earned-certificate.tsx";
import { findEarnedCertificates } from "#app/features/certificate/find-earned-certificates.server.ts";
import { RedeemLink } from "#app/features/payment/components/groups/ways-to-seats.tsx";
import { MyCourseCard } from "#app/features/progress/components/my-course-card.tsx";
import { findMyCourses } from "#app/features/progress/find-my-courses.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/my-learning";

/** Courses she left are named on the first page only, and not more than these. */
const LEFT = 12;

export const loader = declareLoader({
  access: "signedIn",
  search: z.object({ after: z.string().optional() }),
  load: async ({ personCtx, search }) => {
    const ctx = personCtx();
    const mine = await findMyCourses(ctx, { after: search.after });
    const finished = mine.courses.filter((one) => one.finished).map(({ course }) => course.slug);
    const left = search.after ? undefined : await findMyCourses(ctx, { state: "withdrawn", limit: LEFT });
    return {
      ...mine,
      left: (left?.courses ?? []).map(({ course: { slug, titles } }) => ({ slug, titles })),
      certificates: await findEarnedCertificates(ctx, { courses: finished }),
      first: search.after === undefined,
      now: ctx.clock.now(),
    };
  },
});

export default function MyLearning({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("learn");
  const { courses, certificates, left, next, first, now } = loaderData;
  return (
    <Container>
      <title>{`${t("title")} · ${t("ui:name")}`}</title>
      <PageHeader title={t("title")} actions={<RedeemLink />} />
      {courses.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          text={t("empty.text")}
          action={
            <Link to="/courses" className={buttonClass()}>
              {t("empty.action")}
            </Link>
          }
        />
      ) : (
        <div className="grid gap-5">
          {courses.map((mine) => (
            <MyCourseCard
              key={mine.enrolment.id}
              mine={mine}
              now={now}
              earned={<EarnedCertificate serial={certificates.get(mine.course.slug)} />}
            />
          ))}
        </div>
      )}
      <PageLinks
        next={next ? `/learn?after=${encodeURIComponent(next)}` : undefined}
        previous={first ? undefined : "/learn"}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("pages.first") }}
        LinkAs={Link}
      />
      {left.length > 0 ? <LeftCourses left={left} /> : null}
    </Container>
  );
}

function LeftCourses({ left }: { left: Route.ComponentProps["loaderData"]["left"] }) {
  const { t } = useTranslation("learn");
  const { locale } = usePageContext().formats;
  return (
    <section className="py-8">
      <h2 className="font-bold font-read text-xl">{t("left.title")}</h2>
      <p className="text-ink-2">{t("left.text")}</p>
      <ul className="mt-2 grid">
        {left.map(({ slug, titles }) => (
          <li key={slug}>
            <Link to={`/courses/${slug}`} className="inline-flex min-h-11 items-center">
              <LocalText value={pickTranslated(titles, locale)} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
