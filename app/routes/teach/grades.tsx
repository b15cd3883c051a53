import { GradebookFilter } from "#app/features/gradebook/components/gradebook-filter.tsx";
import { GradebookFrame } from "#app/features/gradebook/components/gradebook-frame.tsx";
import { GradebookTable } from "#app/features/gradebook/components/gradebook-table.tsx";
import { findGradebook } from "#app/features/gradebook/find-gradebook.server.ts";
import { gradebookAddressSchema, gradebookChoiceSchema } from "#app/features/gradebook/gradebook-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/grades";

export const loader = declareLoader({
  access: "teaching",
  params: gradebookAddressSchema,
  search: gradebookChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const { course, ...found } = await findGradebook(personCtx(), { ...params, choice });
    const { slug, titles, mayOverride } = course;
    return { course: { slug, titles }, mayOverride, choice, ...found };
  },
});

export default function Grades({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("gradebook");
  const { course, choice, columns, rows, next, cohorts } = loaderData;
  const address = `/teach/${course.slug}/grades`;
  const { q, cohort } = choice;
  const asked = new URLSearchParams({ ...(q ? { q } : {}), ...(cohort ? { cohort } : {}) });
  const more = (after: string) => `${address}?${new URLSearchParams([...asked, ["after", after]])}`;
  return (
    <GradebookFrame course={course} lead={t("lead")} actions={<Ways {...loaderData} query={`${asked}`} />}>
      {columns.length > 0 || asked.size > 0 ? (
        <GradebookFilter key={`${asked}`} address={address} choice={choice} cohorts={cohorts} />
      ) : null}
      {rows.length > 0 ? (
        <GradebookTable course={course.slug} columns={columns} rows={rows} />
      ) : (
        <Nobody {...loaderData} />
      )}
      {rows.length > 0 ? <HowCounted {...loaderData} /> : null}
      <PageLinks
        next={next ? more(next) : undefined}
        previous={choice.after ? `${address}?${asked}` : undefined}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </GradebookFrame>
  );
}

type Data = Route.ComponentProps["loaderData"];

function Ways({ course, rows, mayOverride, query }: Pick<Data, "course" | "rows" | "mayOverride"> & { query: string }) {
  const { t } = useTranslation("gradebook");
  if (rows.length === 0) return null;
  const address = `/teach/${course.slug}/grades`;
  const look = buttonClass({ kind: "quiet" });
  return (
    <>
      <Link to={`${address}.csv${query ? `?${query}` : ""}`} reloadDocument className={look}>
        {t("export")}
      </Link>
      {mayOverride ? (
        <Link to={`${address}/import`} className={look}>
          {t("import.title")}
        </Link>
      ) : null}
    </>
  );
}

function Nobody({ choice }: Pick<Data, "choice">) {
  const { t } = useTranslation("gradebook");
  const which = choice.q || choice.cohort ? "empty.filtered" : "empty.nobody";
  return <EmptyState title={t(`${which}.title`)} text={t(`${which}.text`)} />;
}

/** What the numbers are made of, below them. */
function HowCounted({ columns, dropLowest }: Pick<Data, "columns" | "dropLowest">) {
  const { t } = useTranslation("gradebook");
  const [least = 0, most = least] = [dropLowest[0], dropLowest.at(-1)];
  return (
    <ul className="mt-4 grid list-disc gap-1 ps-5 text-ink-2 text-sm">
      {columns.length === 0 ? <li>{t("notes.noLessons")}</li> : <li>{t("notes.average")}</li>}
      {most > 0 ? <li>{least === most ? t("notes.dropped", { count: most }) : t("notes.droppedByRelease")}</li> : null}
      <li>{t("notes.given")}</li>
    </ul>
  );
}
