import { z } from "zod";
import { RosterFilter } from "#app/features/roster/components/roster-filter.tsx";
import { RosterTable } from "#app/features/roster/components/roster-table.tsx";
import { StateLinks } from "#app/features/roster/components/state-links.tsx";
import { useStateName } from "#app/features/roster/components/use-state-name.ts";
import { findRoster } from "#app/features/roster/find-roster.server.ts";
import { isNarrowed, rosterQuery } from "#app/features/roster/roster-filters.ts";
import { rosterSearchSchema } from "#app/features/roster/roster-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/learners";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: rosterSearchSchema,
  load: async ({ personCtx, params, search: { after, ...choice } }) => {
    const roster = await findRoster(personCtx(), { ...params, ...choice, after });
    return { ...roster, choice, first: after === undefined };
  },
});

export default function Learners({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("roster");
  const { locale } = usePageContext().formats;
  const nameOf = useStateName();
  const { course, learners, counts, next, choice, first } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const address = `/teach/${course.slug}/learners`;
  const shown = choice.state ? `${nameOf(choice.state)} · ` : "";
  return (
    <Container className="pb-12">
      <title>{`${shown}${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("title")} actions={<Ways {...loaderData} />} />
      <RosterFilter course={course} choice={choice} />
      <StateLinks course={course.slug} choice={choice} counts={counts} />
      {learners.length > 0 ? (
        <RosterTable course={course.slug} learners={learners} />
      ) : (
        <Nobody address={address} narrowed={isNarrowed(choice)} />
      )}
      <PageLinks
        next={next ? address + rosterQuery(choice, next) : undefined}
        previous={first ? undefined : address + rosterQuery(choice)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </Container>
  );
}

function Ways({ course, learners, choice }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("roster");
  if (learners.length === 0) return null;
  const writable = choice.state !== "withdrawn" && choice.state !== "suspended";
  return (
    <>
      {writable ? (
        <Link
          to={`/teach/${course.slug}/messages/new${rosterQuery({ ...choice, sort: undefined })}`}
          className={buttonClass()}
        >
          <Icon name="mail" /> {t("write.found")}
        </Link>
      ) : null}
      <Link
        to={`/teach/${course.slug}/learners.csv${rosterQuery(choice)}`}
        reloadDocument
        className={buttonClass({ kind: "quiet" })}
      >
        <Icon name="download" /> {t("csv.download")}
      </Link>
    </>
  );
}

function Nobody({ address, narrowed }: { address: string; narrowed: boolean }) {
  const { t } = useTranslation("roster");
  if (!narrowed) return <EmptyState title={t("empty.title")} text={t("empty.text")} />;
  const all = (
    <Link to={address} className={buttonClass({ kind: "quiet" })}>
      {t("nobody.all")}
    </Link>
  );
  return <EmptyState title={t("nobody.title")} text={t("nobody.text")} action={all} />;
}
