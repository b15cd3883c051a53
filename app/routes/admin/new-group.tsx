import { createGroup } from "#app/features/payment/access/create-group.server.ts";
import { findGroupPlaces } from "#app/features/payment/access/find-group-places.server.ts";
import { newGroupSchema } from "#app/features/payment/access/group-schema.ts";
import { NewGroupForm } from "#app/features/payment/components/groups/new-group-form.tsx";
import { isAway, orAway } from "#app/platform/browser/or-away.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/new-group";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx }) => ({ places: await findGroupPlaces(personCtx()) }),
});

const fieldOf = (code: string) => {
  if (code === "expiryPast") return "expiresOn";
  if (code === "courseUnknown" || code === "cohortNeeded") return "place";
  return code === "full" || code === "cohortFull" ? "seats" : undefined;
};

export const action = declareAction({
  access: "admin",
  act: ({ personCtx, form, href }) =>
    handleForm({
      form,
      schema: newGroupSchema,
      fieldOf,
      run: async ({ place, expiresOn: expiresAt, ...group }) => {
        const id = await createGroup(personCtx(), { ...group, ...place, expiresAt });
        return redirectWithNotice(href(`/admin/groups/${id}`), "group-admin:notice.created");
      },
    }),
});

/** A dead line leaves her where she is, with what she typed. */
export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orAway(serverAction);

export default function NewGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("group-admin");
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/groups" },
    { label: t("new.title") },
  ];
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={t("new.title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <div className="grid gap-6">
        {isAway(actionData) ? <Notice kind="warning">{t("groups:away")}</Notice> : null}
        <NewGroupForm places={loaderData.places} result={isAway(actionData) ? undefined : actionData?.result} />
      </div>
    </Container>
  );
}
