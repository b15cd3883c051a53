import { Form, Link } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { type ReportPart, reportPath, timeSteps } from "../report-parts.ts";
import { askedSearch, furtherChoiceOf } from "./asked-search.ts";

type FilterProps = { part: ReportPart; course: ReportedCourse };

// A field for a date would rather be wider than half a phone.
const dayClass = "w-[calc(50%-0.5rem)] grid-cols-[minmax(0,1fr)] sm:w-48";

/** What a part of the reports is asked by. It stands in the address, so that a view can be kept and sent. */
export function ReportFilter({ part, course }: FilterProps) {
  const { t } = useTranslation("report");
  const { choice, errors } = course;
  const asked = askedSearch(choice, part);
  const address = reportPath(course.slug, part);
  const isRefused = Object.keys(errors).length > 0;
  return (
    <Form
      // Another choice is another form: what stands in its fields is what was asked for.
      key={`${part}${asked}`}
      action={address}
      aria-label={t("filter.label")}
      className="mb-8 grid gap-2 print:hidden"
    >
      <div className={classNames("flex flex-wrap gap-4", isRefused ? "items-start" : "items-end")}>
        <CohortChoice course={course} />
        <Field
          className={dayClass}
          type="date"
          name="from"
          label={t("filter.from")}
          defaultValue={choice.from}
          error={errors.from && t(errors.from)}
        />
        <Field
          className={dayClass}
          type="date"
          name="until"
          label={t("filter.until")}
          defaultValue={choice.until}
          error={errors.until && t(errors.until)}
        />
        <FurtherChoice part={part} course={course} />
        <div className={classNames("flex gap-4", isRefused && "sm:pt-8")}>
          <Button kind="quiet">{t("filter.show")}</Button>
          {asked === "" ? null : (
            <Link to={address} className={buttonClass({ kind: "plain" })}>
              {t("filter.all")}
            </Link>
          )}
        </div>
      </div>
      <p className="max-w-prose text-ink-2 text-sm">
        {t(part === "completions" ? "filter.periodOfActs" : "filter.periodOfLearners", { zone: course.timeZone })}
      </p>
    </Form>
  );
}

function CohortChoice({ course: { cohorts, choice } }: Pick<FilterProps, "course">) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  if (cohorts.length === 0) return null;
  return (
    <Select
      className="w-full sm:w-56"
      name="cohort"
      label={t("filter.cohort")}
      options={[
        { value: "", label: t("filter.everybody") },
        ...cohorts.map(({ id, names }) => {
          const name = pickTranslated(names, locale);
          return { value: id, label: name.text, lang: name.locale };
        }),
        { value: "none", label: t("filter.noCohort") },
      ]}
      defaultValue={choice.cohort}
    />
  );
}

function FurtherChoice({ part, course: { choice } }: FilterProps) {
  const { t } = useTranslation("report");
  const further = furtherChoiceOf(part);
  if (further === undefined) return null;
  if (further === "of")
    return (
      <Select
        className="w-full sm:w-64"
        name="of"
        label={t("filter.of")}
        options={(["first", "all"] as const).map((value) => ({ value, label: t(`filter.attempts.${value}`) }))}
        defaultValue={choice.of}
      />
    );
  return (
    <Select
      className="w-full sm:w-40"
      name="by"
      label={t("filter.by")}
      options={[
        { value: "", label: t("filter.steps.fitting") },
        ...timeSteps.map((value) => ({ value, label: t(`filter.steps.${value}`) })),
      ]}
      defaultValue={choice.by}
    />
  );
}
