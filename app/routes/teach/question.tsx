import { z } from "zod";
import { findQuestion } from "#app/features/quiz/bank/find-question.server.ts";
import { QuestionDesk } from "#app/features/quiz/components/bank/question-desk.tsx";
import { QuestionHistory } from "#app/features/quiz/components/bank/question-history.tsx";
import { QuestionUse } from "#app/features/quiz/components/bank/question-use.tsx";
import { RemovedQuestion } from "#app/features/quiz/components/bank/removed-question.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Container } from "#app/ui/container.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/question";
import { questionActions } from "./question-actions.server.ts";

const params = z.object({ course: z.string(), question: z.uuid() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    return { ...(await findQuestion(ctx, params)), owner: ctx.actor.id };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["copy", "remove", "bring-back"],
  act: (input) => questionActions(input),
});

export default function BankQuestion({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("question-bank");
  const { locale } = usePageContext().formats;
  const { course, question, choices, owner } = loaderData;
  const { id, type, name, tags, categoryId, current, body } = question;
  const title = pickTranslated(course.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${name} · ${t("title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title"), to: `/teach/${course.slug}/questions` },
          { label: <bdi>{name}</bdi> },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        eyebrow={t("eyebrow", { type: t(`quiz:types.${type}`), number: current })}
        title={<bdi className="wrap-anywhere">{name}</bdi>}
        actions={question.removedAt ? null : <Acts />}
      />
      {question.removedAt ? (
        <RemovedQuestion at={question.removedAt} />
      ) : (
        <QuestionDesk
          key={id}
          course={course}
          owner={owner}
          choices={choices}
          question={{
            id,
            type,
            opened: { current, name, categoryId, tags },
            draft: { name, tags, categoryId, body },
          }}
          use={<QuestionUse course={course.slug} question={question} />}
        />
      )}
      <QuestionHistory course={course.slug} question={question} />
    </Container>
  );
}

function Acts() {
  const { t } = useTranslation("question-bank");
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      <Button kind="quiet" name="intent" value="copy">
        <Icon name="copy" /> {t("acts.copy")}
      </Button>
      <Button kind="danger" name="intent" value="remove">
        <Icon name="trash" /> {t("acts.remove")}
      </Button>
    </Form>
  );
}
