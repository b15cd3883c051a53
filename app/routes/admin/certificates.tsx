import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { OutcomeList } from "#app/features/certificate/components/register/outcome-list.tsx";
import { RegisterFilter } from "#app/features/certificate/components/register/register-filter.tsx";
import { RegisterList } from "#app/features/certificate/components/register/register-list.tsx";
import { StatusTabs } from "#app/features/certificate/components/register/status-tabs.tsx";
import { actOnCertificates } from "#app/features/certificate/issuing/act-on-certificates.server.ts";
import { bulkActSchema, bulkActs } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { describeOutcomes } from "#app/features/certificate/register/describe-outcomes.server.ts";
import { findAchievements } from "#app/features/certificate/register/find-achievements.server.ts";
import { findRegister } from "#app/features/certificate/register/find-register.server.ts";
import { registerHref } from "#app/features/certificate/register/register-filters.ts";
import { registerSearchSchema } from "#app/features/certificate/register/register-schema.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/certificates";

export const loader = declareLoader({
  access: "admin",
  search: registerSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor, ...filters } = search;
    const ctx = personCtx();
    const [found, achievements] = await Promise.all([findRegister(ctx, search), findAchievements(ctx)]);
    return { ...found, achievements, filters, cursor };
  },
});

export const action = declareAction({
  access: "admin",
  search: registerSearchSchema,
  intentField: "act",
  intents: bulkActs,
  act: ({ personCtx, form }) =>
    handleForm({
      form,
      schema: bulkActSchema,
      // No redirect: what was done with each is told once, here, and doing it again changes nothing.
      run: async ({ act, serials, reason }) => {
        const ctx = personCtx();
        const results = await actOnCertificates(ctx, { act, serials, reason });
        return { result: undefined, outcomes: await describeOutcomes(ctx, { act, results }) };
      },
    }),
});

export default function Certificates({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-admin");
  const { certificates, counts, achievements, filters, cursor, next, previous } = loaderData;
  const { field, form, typed } = useFormErrors(actionData?.result);
  const outcomes = actionData && "outcomes" in actionData ? actionData.outcomes : [];
  return (
    <CertificateRooms
      room="register"
      waiting={counts.waiting}
      title={t("title")}
      lead={t("register.lead")}
      actions={
        <Link to={registerHref(filters, {}, ".csv")} reloadDocument className={buttonClass({ kind: "quiet" })}>
          <Icon name="download" /> {t("register.csv")}
        </Link>
      }
    >
      {outcomes.length > 0 ? <OutcomeList outcomes={outcomes} /> : null}
      <FormErrors messages={[...form, field("serials") ? t("register.noneChosen") : ""].filter(Boolean)} />
      <RegisterFilter filters={filters} achievements={achievements} />
      <StatusTabs filters={filters} counts={counts} />
      <RegisterList
        key={outcomes.length > 0 ? outcomes.map(({ key }) => key).join() : "list"}
        certificates={certificates}
        filters={filters}
        cursor={cursor}
        reason={{ typed: typed("reason"), error: field("reason") }}
      />
      <PageLinks
        next={next && registerHref(filters, { cursor: next })}
        previous={previous && registerHref(filters, { cursor: previous })}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </CertificateRooms>
  );
}
