import { Form, Link } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import type { RosterCourse } from "../open-roster.server.ts";
import { isNarrowed, OWN_PACE, type RosterChoice, rosterQuery, rosterSorts } from "../roster-filters.ts";

type RosterFilterProps = { course: RosterCourse; choice: RosterChoice };

/** Whom the roster shows and in what order; all of it goes into the address. */
export function RosterFilter({ course, choice }: RosterFilterProps) {
  const { t } = useTranslation("roster");
  const address = `/teach/${course.slug}/learners`;
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={rosterQuery(choice)}
        action={address}
        className="mb-5 flex flex-wrap items-end gap-3"
      >
        {choice.state ? <input type="hidden" name="state" value={choice.state} /> : null}
        <Field
          className="min-w-0 flex-1 basis-60"
          type="search"
          name="q"
          label={t("search")}
          defaultValue={choice.q}
          maxLength={200}
          dir="auto"
        />
        {course.cohorts.length > 0 ? <CohortSelect cohorts={course.cohorts} chosen={choice.cohort} /> : null}
        <Select
          className="grow basis-48 sm:grow-0"
          name="sort"
          label={t("sort.label")}
          options={rosterSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          defaultValue={choice.sort}
        />
        <Button>
          <Icon name="search" /> {t("show")}
        </Button>
        {isNarrowed(choice) ? (
          <Link to={address} className={buttonClass({ kind: "plain" })}>
            {t("clear")}
          </Link>
        ) : null}
      </Form>
    </search>
  );
}

function CohortSelect({ cohorts, chosen }: { cohorts: RosterCourse["cohorts"]; chosen: string | undefined }) {
  const { t } = useTranslation("roster");
  const { locale } = usePageContext().formats;
  const named = cohorts.map(({ id, names }) => {
    const name = pickTranslated(names, locale);
    return { value: id, label: name.text, lang: name.locale };
  });
  const options = [{ value: "", label: t("cohort.any") }, ...named, { value: OWN_PACE, label: t("cohort.ownPace") }];
  return (
    <Select
      className="grow basis-48 sm:grow-0"
      name="cohort"
      label={t("cohort.label")}
      options={options}
      defaultValue={chosen}
    />
  );
}
