import { z } from "zod";
import type { BodyChange } from "#app/features/quiz/bank/compare-bodies.ts";
import { findVersion } from "#app/features/quiz/bank/find-version.server.ts";
import { restoreVersion } from "#app/features/quiz/bank/restore-version.server.ts";
import { ChangeList } from "#app/features/quiz/components/bank/change-list.tsx";
import { QuestionView } from "#app/features/quiz/components/question-view.tsx";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/question-version";

const params = z.object({
  course: z.string(),
  question: z.uuid(),
  number: z.coerce.number().pipe(z.int().min(1).max(1_000_000)),
});

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findVersion(personCtx(), params),
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["restore"],
  act: async ({ personCtx, params, href, form }) => {
    if (form.get("intent") !== "restore") throw notFound();
    const number = await restoreVersion(personCtx(), params);
    const address = href(`/teach/${params.course}/questions/${params.question}`);
    throw redirectWithNotice(address, "question-bank:notice.restored", { old: params.number, number });
  },
});

export default function QuestionVersion({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("question-bank");
  const formats = useFormats();
  const { course, question, number, at, by, sinceBefore, toCurrent } = loaderData;
  const name = t("versions.number", { number });
  const address = `/teach/${course.slug}/questions`;
  const isOlder = number !== question.current && question.removedAt === null;
  return (
    <Container className="pb-12">
      <title>{`${name} · ${question.name} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("title"), to: address },
          { label: <bdi>{question.name}</bdi>, to: `${address}/${question.id}` },
          { label: name },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        eyebrow={<bdi>{question.name}</bdi>}
        title={name}
        lead={by === null ? formats.moment(at) : t("versions.by", { name: by, at: formats.moment(at) })}
        actions={
          isOlder ? (
            <Form method="post">
              <Button name="intent" value="restore">
                {t("versions.restore")}
              </Button>
            </Form>
          ) : null
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2">
        <AsSeen {...loaderData} />
        <div className="grid content-start gap-8">
          {sinceBefore ? <Changes title={t("versions.since", { number: number - 1 })} changes={sinceBefore} /> : null}
          {toCurrent && question.current !== number - 1 ? (
            <Changes title={t("versions.toCurrent", { number: question.current })} changes={toCurrent} />
          ) : null}
        </div>
      </div>
    </Container>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly BodyChange[] }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="font-bold font-read text-2xl">{title}</h2>
      <ChangeList caption={title} changes={changes} />
    </div>
  );
}

function AsSeen({ question, shown, answer, blank }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("question-bank");
  const { locale } = usePageContext().formats;
  return (
    <Card as="section" aria-labelledby="shown">
      <h2 id="shown" className="mb-4 font-bold font-read text-2xl">
        {t("versions.shown")}
      </h2>
      <QuestionView
        id="version"
        type={question.type}
        shown={shown}
        value={answer ?? blank}
        onChange={() => undefined}
        disabled
        locale={locale}
      />
    </Card>
  );
}
