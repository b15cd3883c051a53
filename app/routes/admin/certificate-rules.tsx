import { z } from "zod";
import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { RuleRows } from "#app/features/certificate/components/rules/rule-rows.tsx";
import { RuleSearch } from "#app/features/certificate/components/rules/rule-search.tsx";
import { changeRule } from "#app/features/certificate/rules/change-rule.server.ts";
import { findRules } from "#app/features/certificate/rules/find-rules.server.ts";
import { rulesHref } from "#app/features/certificate/rules/rule-filters.ts";
import { ruleFormSchema, ruleSearchSchema } from "#app/features/certificate/rules/rule-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/certificate-rules";

export const loader = declareLoader({
  access: "admin",
  search: ruleSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor, ...filters } = search;
    return { ...(await findRules(personCtx(), search)), filters };
  },
});

export const action = declareAction({
  access: "admin",
  search: ruleSearchSchema,
  act: ({ personCtx, form, search: { cursor, ...filters }, href }) => {
    if (!z.uuid().safeParse(form.get("id")).success) throw notFound();
    return handleForm({
      form,
      schema: ruleFormSchema,
      fieldOf: (code) => (code === "templateMissing" ? "templateId" : undefined),
      run: async ({ id, rule, templateId = null, months = null, paid }) => {
        const wanted = { rule, templateId, months, paid: paid === "yes" };
        await changeRule(personCtx(), { kind: filters.kind, id, ...wanted });
        return redirectWithNotice(href(rulesHref(filters, cursor)), "certificate-template:notice.ruleSaved");
      },
    });
  },
});

export default function CertificateRules({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-template");
  const { rules, templates, filters, next, previous } = loaderData;
  return (
    <CertificateRooms room="rules" title={t("rules.title")} lead={t("rules.lead")}>
      <RuleSearch filters={filters} templates={templates} />
      {rules.length === 0 ? (
        <EmptyState title={t("rules.empty.title")} text={t("rules.empty.text")} />
      ) : (
        <RuleRows kind={filters.kind} rules={rules} templates={templates} result={actionData?.result} />
      )}
      <PageLinks
        next={next && rulesHref(filters, next)}
        previous={previous && rulesHref(filters, previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </CertificateRooms>
  );
}
