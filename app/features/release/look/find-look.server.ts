import { canEditCourse } from "#app/features/course/course-access.ts";
import { draftToRelease, withoutFormerLanguages } from "#app/features/lesson/draft-to-release.ts";
import { deriveProgress } from "#app/features/progress/derive-progress.ts";
import { buildLearnerOutline, buildPlainOutline } from "#app/features/progress/learner-outline.ts";
import { gateOf } from "#app/features/progress/lesson-gate.ts";
import { viewOutline } from "#app/features/progress/outline-view.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { outlineOf } from "../draft-outline.ts";
import { type LookAs, learns, readerOf } from "./look-as.ts";

export type LookContext = Pick<PersonContext, "db" | "actor" | "clock" | "locale">;

/** The release that a draft would be. */
const DRAFT = "draft";

/**
 * A course's draft as somebody would meet it once it is released. Nothing is recorded. Throws 404 where the actor may
 * not edit the course.
 */
export async function findLook(ctx: LookContext, { course: slug, as }: { course: string; as: LookAs }) {
  const found = await ctx.db.course.findUnique({
    where: { slug },
    select: {
      ...draftToRelease,
      ...{ completionRule: true, certificateRule: true, coverSha256: true, deletedAt: true },
      texts: { select: { locale: true, title: true } },
      instructors: { select: { instructorId: true, role: true } },
    },
  });
  if (!found || !canEditCourse(ctx.actor, found)) throw notFound();
  const course = withoutFormerLanguages(found);
  const release = { id: DRAFT, outline: outlineOf(course) };
  const lessons = release.outline.sections.flatMap((section) => section.lessons);
  const completed = as === "graduate" ? lessons.map(({ id }) => id) : [];
  const progress = learns(as) ? deriveProgress({ pinned: lessons, later: [], completed }) : null;
  const sections = progress
    ? buildLearnerOutline({ pinned: release, current: release, progress })
    : buildPlainOutline(release);
  const now = ctx.clock.now();
  const enrolment = learns(as) ? { state: "active" as const, cohort: null, enrolledAt: now, accessUntil: null } : null;
  const place = { state: "published" as const, role: null, enrolment };
  const gate = gateOf({ course: place, sections }, { actor: readerOf(as, ctx.actor), now });
  const titles = Object.fromEntries(course.texts.map(({ locale, title }) => [localeSchema.parse(locale), title]));
  return {
    draft: course,
    course: {
      ...{ id: course.id, slug, titles, state: place.state, role: null, enrolment: null, currentReleaseId: null },
      ...{ completionRule: course.completionRule, coverSha256: course.coverSha256 },
      certified: course.certificateRule !== "none",
    },
    locales: course.locales.map((one) => localeSchema.parse(one)),
    sections,
    progress,
    gate,
    outline: viewOutline(sections, { locale: ctx.locale, gate }),
  };
}
