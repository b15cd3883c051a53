import { z } from "zod";
import { LearnerActs } from "#app/features/roster/learner/components/learner-acts.tsx";
import { LearnerCertificates, LearnerHistory } from "#app/features/roster/learner/components/learner-history.tsx";
import { LearnerLessons } from "#app/features/roster/learner/components/learner-lessons.tsx";
import { LearnerPlace, LearnerProgress } from "#app/features/roster/learner/components/learner-place.tsx";
import { LearnerQuizzes } from "#app/features/roster/learner/components/learner-quizzes.tsx";
import { findLearner } from "#app/features/roster/learner/find-learner.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/learner";
import { learnerActions } from "./learner-actions.server.ts";

const params = z.object({ course: z.string(), enrolment: z.uuid() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findLearner(personCtx(), params),
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["access", "waive", "void", "restore", "takeOut", "putBack"],
  act: (input) => learnerActions(input),
});

export default function Learner({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("learner");
  const { course, person, place } = page;
  const name = <bdi>{person.name}</bdi>;
  return (
    <Container className="pb-12">
      <title>{`${person.name} · ${course.title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={course.title} />, to: `/teach/${course.slug}` },
          { label: t("teach:rooms.learners"), to: `/teach/${course.slug}/learners` },
          { label: name },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={name}
        actions={
          place.state === "active" ? (
            <Link to={`/teach/${course.slug}/messages/new?to=${place.id}`} className={buttonClass({ kind: "quiet" })}>
              <Icon name="mail" /> {t("message")}
            </Link>
          ) : null
        }
        eyebrow={<Tag kind={place.state === "active" ? "tile" : "plain"}>{t(`state.${place.state}`)}</Tag>}
      />
      <div className="grid gap-10">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <LearnerPlace page={page} />
          <LearnerProgress page={page} />
        </div>
        {/* What was done is done: its form is closed and empty again. */}
        {page.tends ? <LearnerActs key={page.acts.length} page={page} answer={actionData} /> : null}
        <LearnerLessons page={page} />
        <LearnerQuizzes page={page} answer={actionData} />
        <LearnerCertificates page={page} />
        <LearnerHistory page={page} />
      </div>
    </Container>
  );
}
