import { findGroup } from "#app/features/payment/access/find-groups.server.ts";
import { groupAddressSchema } from "#app/features/payment/access/group-schema.ts";
import { Coordinator } from "#app/features/payment/components/groups/admin-group-list.tsx";
import { GroupActs } from "#app/features/payment/components/groups/group-acts.tsx";
import { GroupCounts } from "#app/features/payment/components/groups/group-counts.tsx";
import { GroupHistory } from "#app/features/payment/components/groups/group-history.tsx";
import { GroupPlace } from "#app/features/payment/components/groups/group-place.tsx";
import { GroupState } from "#app/features/payment/components/groups/group-state.tsx";
import { isAway, orAway } from "#app/platform/browser/or-away.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/group";
import { groupActions } from "./group-actions.server.ts";

export const loader = declareLoader({
  access: "admin",
  params: groupAddressSchema,
  load: async ({ personCtx, params }) => ({ group: await findGroup(personCtx(), { groupId: params.group }) }),
});

export const action = declareAction({
  access: "admin",
  params: groupAddressSchema,
  intents: ["more", "change", "close"],
  act: (input) => groupActions(input),
});

/** A dead line leaves her where she is, with what she typed. */
export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orAway(serverAction);

export default function Group({ loaderData: { group }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("group-admin");
  const { moment, number } = useFormats();
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/groups" },
    { label: <bdi>{group.name}</bdi> },
  ];
  const facts = [
    { label: t("head.coordinator"), value: <Coordinator coordinator={group.coordinator} /> },
    group.orderNumber === null
      ? { label: t("new.reference"), value: <bdi>{group.reference}</bdi> }
      : { label: t("paidBy"), value: t("ofOrder", { number: number(group.orderNumber) }) },
    { label: t("opened"), value: moment(group.createdAt) },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={`${group.name} · ${t("title")}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={<bdi>{group.name}</bdi>}
        lead={<GroupPlace {...group} />}
        actions={<GroupState group={group} />}
      />
      {isAway(actionData) ? <Notice kind="warning">{t("groups:away")}</Notice> : null}
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-8">
          <GroupCounts group={group} />
          <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
            {facts.map(({ label, value }) => (
              <div key={label} className="min-w-0 [overflow-wrap:anywhere]">
                <dt className="text-ink-2 text-sm">{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <GroupHistory history={group.history} />
        </div>
        <GroupActs group={group} result={isAway(actionData) ? undefined : actionData?.result} />
      </div>
    </Container>
  );
}
