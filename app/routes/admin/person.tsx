import { PersonActs } from "#app/features/people/components/person-acts.tsx";
import { PersonProfile, PersonSignIns, PersonTeaching } from "#app/features/people/components/person-facts.tsx";
import {
  PersonCertificates,
  PersonHistory,
  PersonLearning,
  PersonOrders,
} from "#app/features/people/components/person-records.tsx";
import { PersonTags } from "#app/features/people/components/person-tags.tsx";
import { findPerson } from "#app/features/people/find-person.server.ts";
import { personParams } from "#app/features/people/people-schema.ts";
import { personIntents } from "#app/features/people/person-intents.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/person";
import { personActions } from "./person-actions.server.ts";

export const loader = declareLoader({
  access: "admin",
  params: personParams,
  load: ({ personCtx, params }) => findPerson(personCtx(), { id: params.person }),
});

export const action = declareAction({
  access: "admin",
  params: personParams,
  intents: personIntents,
  act: (input) => personActions(input),
});

export default function Person({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { person } = page;
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/people" },
    { label: <bdi>{person.name}</bdi> },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={`${person.name} · ${t("title")}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={<bdi>{person.name}</bdi>}
        lead={<PersonTags person={person} />}
      />
      {/* What was done is done: its forms are closed and empty again. */}
      <div key={page.acts[0]?.id} className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <PersonProfile page={page} />
          <PersonLearning page={page} />
          <PersonTeaching page={page} />
          <PersonCertificates page={page} />
          <PersonOrders page={page} />
        </div>
        <div className="grid min-w-0 gap-6">
          <PersonActs page={page} result={actionData?.result} />
          <PersonSignIns page={page} />
          <PersonHistory page={page} />
        </div>
      </div>
    </Container>
  );
}
