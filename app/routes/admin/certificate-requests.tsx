import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { OutcomeList } from "#app/features/certificate/components/register/outcome-list.tsx";
import { DecidedList } from "#app/features/certificate/components/requests/decided-list.tsx";
import { RequestQueue } from "#app/features/certificate/components/requests/request-queue.tsx";
import { RequestTabs } from "#app/features/certificate/components/requests/request-tabs.tsx";
import { decideSchema } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { decideRequests } from "#app/features/certificate/issuing/decide-requests.server.ts";
import { describeDecisions } from "#app/features/certificate/register/describe-decisions.server.ts";
import { findRequests } from "#app/features/certificate/register/find-requests.server.ts";
import { requestsHref } from "#app/features/certificate/register/request-tabs.ts";
import { requestsSearchSchema } from "#app/features/certificate/register/requests-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/certificate-requests";

export const loader = declareLoader({
  access: "admin",
  search: requestsSearchSchema,
  load: async ({ personCtx, search: { state: tab, cursor } }) => ({
    ...(await findRequests(personCtx(), { tab, cursor })),
    ...{ tab, cursor },
  }),
});

export const action = declareAction({
  access: "admin",
  search: requestsSearchSchema,
  intentField: "decision",
  intents: ["approve", "refuse"],
  act: ({ personCtx, form }) =>
    handleForm({
      form,
      schema: decideSchema,
      // No redirect: what came of each is told once, here, and deciding the same again changes nothing.
      run: async ({ requestIds, decision, reason }) => {
        const ctx = personCtx();
        const results = await decideRequests(ctx, { requestIds, decision, reason });
        return { result: undefined, outcomes: await describeDecisions(ctx, { decision, results }) };
      },
    }),
});

export default function CertificateRequests({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-admin");
  const { requests, tab, cursor, next, previous } = loaderData;
  const { field, form, typed } = useFormErrors(actionData?.result);
  const outcomes = actionData && "outcomes" in actionData ? actionData.outcomes : [];
  return (
    <CertificateRooms room="requests" title={t("requests.title")} lead={t("requests.lead")}>
      {outcomes.length > 0 ? <OutcomeList outcomes={outcomes} /> : null}
      <FormErrors messages={[...form, field("requestIds") ? t("requests.noneChosen") : ""].filter(Boolean)} />
      <RequestTabs tab={tab} />
      {tab === "waiting" ? (
        <RequestQueue
          key={outcomes.map(({ key }) => key).join()}
          requests={requests}
          cursor={cursor}
          reason={{ typed: typed("reason"), error: field("reason") }}
        />
      ) : (
        <DecidedList requests={requests} />
      )}
      <PageLinks
        next={next && requestsHref(tab, next)}
        previous={previous && requestsHref(tab, previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </CertificateRooms>
  );
}
