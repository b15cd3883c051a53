import { InvitationList } from "#app/features/people/components/invitation-list.tsx";
import { findInvitations } from "#app/features/people/invitations/find-invitations.server.ts";
import { invitationActSchema, invitationSearchSchema } from "#app/features/people/invitations/invitation-schema.ts";
import { resendInvitation, withdrawInvitation } from "#app/features/people/invitations/invite-people.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { Select } from "#app/ui/select.tsx";
import type { Route } from "./+types/invitations";

export const loader = declareLoader({
  access: "admin",
  search: invitationSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor: _, ...filters } = search;
    return { ...(await findInvitations(personCtx(), search)), filters };
  },
});

export const action = declareAction({
  access: "admin",
  intents: ["resend", "withdraw"],
  act: ({ form, href, personCtx }) =>
    handleForm({
      form,
      schema: invitationActSchema,
      run: async ({ intent, invitation: id }): Promise<never> => {
        await (intent === "resend" ? resendInvitation : withdrawInvitation)(personCtx(), { id });
        throw redirectWithNotice(href("/admin/invitations"), `people:invitations.done.${intent}`);
      },
    }),
});

const states = ["waiting", "expired", "accepted", "withdrawn"] as const;

function hrefOf(filters: { q?: string | undefined; state?: string | undefined }, cursor: string): string {
  const { q = "", state = "" } = filters;
  const given = Object.entries({ q, state, cursor }).filter(([, value]) => value !== "");
  return `/admin/invitations?${new URLSearchParams(given)}`;
}

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { invitations, next, previous, filters } = loaderData;
  const { form } = useFormErrors(actionData?.result);
  const narrowed = filters.q !== undefined || filters.state !== undefined;
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/people" },
    { label: t("invitations.title") },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={t("invitations.title")} narrowed={narrowed} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("invitations.title")}
        lead={t("invitations.lead")}
        actions={
          <Link to="/admin/invitations/new" className={buttonClass()}>
            <Icon name="plus" /> {t("invite.title")}
          </Link>
        }
      />
      <FormErrors messages={form} />
      <search>
        <Form
          key={hrefOf(filters, "")}
          action="/admin/invitations"
          className="mb-6 flex flex-wrap items-end gap-3 rounded border border-line bg-surface p-4"
        >
          <Field
            className="min-w-0 flex-1 basis-60"
            type="search"
            name="q"
            label={t("filter.search")}
            defaultValue={filters.q}
            maxLength={200}
            dir="auto"
          />
          <Select
            className="min-w-40"
            name="state"
            label={t("invitations.state")}
            options={[
              { value: "", label: t("filter.any") },
              ...states.map((value) => ({ value, label: t(`invitations.states.${value}`) })),
            ]}
            defaultValue={filters.state}
          />
          <Button>
            <Icon name="search" /> {t("filter.show")}
          </Button>
        </Form>
      </search>
      <InvitationList invitations={invitations} narrowed={narrowed} />
      <PageLinks
        next={next && hrefOf(filters, next)}
        previous={previous && hrefOf(filters, previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </Container>
  );
}
