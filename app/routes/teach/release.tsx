import { z } from "zod";
import { ChangesList, EffectsSummary } from "#app/features/release/components/changes-list.tsx";
import { FindingsSection } from "#app/features/release/components/findings-section.tsx";
import { ReleaseForm } from "#app/features/release/components/release-form.tsx";
import { ReleaseList } from "#app/features/release/components/release-list.tsx";
import { findReleasePage } from "#app/features/release/find-release-page.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/release";
import { releaseRoomActions } from "./release-action.server.ts";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  search: z.object({ before: z.coerce.number().int().positive().optional() }),
  load: async ({ personCtx, params, search: { before } }) => ({
    ...(await findReleasePage(personCtx(), { ...params, before })),
    first: before === undefined,
  }),
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["release", "bring-back", "try-links"],
  act: (input) => releaseRoomActions(input),
});

export default function ReleaseRoom({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("release");
  const { locale } = usePageContext().formats;
  const { course, findings, counting } = loaderData;
  const errors = useFormErrors(actionData?.result);
  const title = pickTranslated(course.titles, locale);
  const whole = findings.every(({ level }) => level !== "error");
  return (
    <Container className="pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={t("title")}
        lead={t("roomLead")}
        actions={
          <Link to={`/teach/${course.slug}/look`} className={buttonClass({ kind: "quiet" })}>
            {t("teach:rooms.look")}
          </Link>
        }
      />
      <FormErrors messages={errors.form} />
      {counting.waiting > 0 ? (
        <Notice kind="info" className="mb-6">
          {t("counting", { count: counting.waiting })}
        </Notice>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 content-start gap-10">
          <FindingsSection page={loaderData} />
          <Difference page={loaderData} />
          {whole ? <Make page={loaderData} /> : null}
        </div>
        <History page={loaderData} first={loaderData.first} />
      </div>
    </Container>
  );
}

type Part = { page: Route.ComponentProps["loaderData"] };

function Difference({ page: { changes, effects, currentNumber } }: Part) {
  const { t } = useTranslation("release");
  return (
    <section aria-labelledby="changes" className="grid gap-3">
      <h2 id="changes" className="font-bold font-read text-2xl">
        {currentNumber === null ? t("changes.first") : t("changes.title", { number: currentNumber })}
      </h2>
      {changes === null ? <p className="text-ink-2">{t("changes.never")}</p> : null}
      {changes?.length === 0 ? <p className="text-ink-2">{t("changes.none")}</p> : null}
      {changes !== null && changes.length > 0 ? (
        <>
          <EffectsSummary effects={effects} />
          <ChangesList changes={changes} effects={effects} />
        </>
      ) : null}
    </section>
  );
}

function Make({ page: { course, lengthChanges, effects } }: Part) {
  const { t } = useTranslation("release");
  const { clock } = useFormats();
  const warnings = lengthChanges.map(({ lesson, before, after, learners: count }) =>
    t("lengthChange", { lesson, from: clock(before), to: clock(after), count }),
  );
  return (
    <section aria-labelledby="make" className="grid gap-4 rounded border border-line bg-surface p-5">
      <h2 id="make" className="font-bold font-read text-2xl">
        {t("make")}
      </h2>
      <ReleaseForm locales={course.locales} learners={effects.learners} warnings={warnings} />
    </section>
  );
}

function History({ page: { course, releases, next, effects }, first }: Part & { first: boolean }) {
  const { t } = useTranslation("release");
  const address = `/teach/${course.slug}/release`;
  return (
    <section aria-labelledby="releases" className="grid content-start gap-3">
      <h2 id="releases" className="font-bold font-read text-2xl">
        {t("list.title")}
      </h2>
      {releases.length === 0 ? <p className="text-ink-2">{t("changes.never")}</p> : null}
      <ReleaseList releases={releases} learners={effects.learners} />
      <PageLinks
        next={next ? `${address}?before=${next}` : undefined}
        previous={first ? undefined : address}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </section>
  );
}
