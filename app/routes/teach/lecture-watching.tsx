import { HeatLine } from "#app/features/lecture/components/heat/heat-line.tsx";
import { HeatTable } from "#app/features/lecture/components/heat/heat-table.tsx";
import { StopBars } from "#app/features/lecture/components/heat/stop-bars.tsx";
import { findLectureReport } from "#app/features/lecture/watching/find-lecture-report.server.ts";
import { partHeat } from "#app/features/lecture/watching/heat.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/lecture/watching/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { Route } from "./+types/lecture-watching";

/** Parts of a lecture in bars and table. */
const PARTS = 20;

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: { cohort, length }, url }) => {
    const { lecture, shown } = await findLectureReport(personCtx(), { ...params, cohortId: cohort, length });
    const { courseTitles, titles, learners, lengths, cohorts } = lecture;
    const choice = { cohorts, lengths: lengths.map(({ lengthSeconds }) => lengthSeconds), cohort, length };
    return { ...params, courseTitles, titles, learners, choice, shown, asked: url.search };
  },
});

export default function LectureWatching({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("watching");
  const { locale } = usePageContext().formats;
  const { course, lesson, courseTitles, titles, shown } = loaderData;
  const title = pickTranslated(titles, locale);
  const address = `/teach/${course}`;
  return (
    <Container className="pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={pickTranslated(courseTitles, locale)} />, to: address },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={<LocalText value={title} />} eyebrow={t("title")} />
      {shown ? (
        <>
          <Choice {...loaderData} />
          {shown.heat.learners > 0 ? (
            <Report {...loaderData} shown={shown} csv={`${address}/${lesson}/watching.csv`} />
          ) : (
            <EmptyState title={t("empty.title")} text={t("empty.text")} />
          )}
        </>
      ) : (
        <EmptyState title={t("unreleased.title")} text={t("unreleased.text")} />
      )}
    </Container>
  );
}

type Data = Route.ComponentProps["loaderData"];

function Choice({ choice }: Pick<Data, "choice">) {
  const { t } = useTranslation("watching");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const { cohorts, lengths, cohort, length } = choice;
  if (cohorts.length === 0 && lengths.length < 2) return null;
  const everybody = { value: "", label: t("choice.everybody") };
  const named = cohorts.map(({ id, names }) => ({ value: id, label: pickTranslated(names, locale).text }));
  const times = lengths.map((seconds) => ({ value: String(seconds), label: formats.clock(seconds) }));
  return (
    <Form className="mb-8 flex flex-wrap items-end gap-4">
      {cohorts.length > 0 ? (
        <Select
          className="min-w-44"
          name="cohort"
          label={t("choice.cohort")}
          options={[everybody, ...named]}
          defaultValue={cohort}
        />
      ) : null}
      {lengths.length > 1 ? (
        <Select
          className="min-w-36"
          name="length"
          label={t("choice.length")}
          options={times}
          defaultValue={length?.toString()}
        />
      ) : null}
      <Button kind="quiet">{t("choice.show")}</Button>
    </Form>
  );
}

function Report({ shown, learners, asked, csv }: Data & { shown: NonNullable<Data["shown"]>; csv: string }) {
  const { t } = useTranslation("watching");
  const formats = useFormats();
  const { heat, chapters, lengthSeconds } = shown;
  const parts = partHeat(heat.columns, PARTS);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("figures.learners")} value={formats.number(learners)} />
        <Stat label={t("figures.began")} value={formats.number(heat.learners)} />
        <Stat label={t("figures.finished")} value={formats.number(heat.finished)} />
        <Stat label={t("figures.median")} value={formats.percent(heat.medianShare ?? 0)} />
        <Stat label={t("figures.length")} value={formats.clock(lengthSeconds)} />
      </dl>
      <section aria-labelledby="heat" className="grid gap-3">
        <h2 id="heat" className="font-bold font-read text-2xl">
          {t("heat.title")}
        </h2>
        <HeatLine heat={heat} chapters={chapters.map(({ at }) => at).filter((at) => at > 0 && at < lengthSeconds)} />
      </section>
      <section aria-labelledby="stops" className="grid gap-3">
        <h2 id="stops" className="font-bold font-read text-2xl">
          {t("stops.title")}
        </h2>
        <p className="text-ink-2">{t("stops.lead")}</p>
        <StopBars parts={parts} />
      </section>
      <Disclosure summary={t("table.title")}>
        <p className="mb-3 text-ink-2 text-sm">{t("table.lead")}</p>
        <HeatTable parts={parts} />
        <p className="mt-4">
          <Link to={`${csv}${asked}`} reloadDocument className={buttonClass({ kind: "quiet", size: "s" })}>
            {t("csv.download")}
          </Link>
        </p>
      </Disclosure>
    </div>
  );
}
