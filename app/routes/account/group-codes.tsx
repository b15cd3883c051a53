import { findMyGroup } from "#app/features/payment/access/find-my-groups.server.ts";
import { groupAddressSchema } from "#app/features/payment/access/group-schema.ts";
import { findHandedOutCodes, takeBackCodes } from "#app/features/payment/access/hand-out-codes.server.ts";
import { CodeActs, CodeSheet } from "#app/features/payment/components/groups/code-sheet.tsx";
import { isAway, orAway } from "#app/platform/browser/or-away.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/group-codes";

export const loader = declareLoader({
  access: "signedIn",
  params: groupAddressSchema,
  load: async ({ personCtx, params, url }) => {
    const ctx = personCtx();
    const groupId = params.group;
    const [group, codes] = await Promise.all([findMyGroup(ctx, { groupId }), findHandedOutCodes(ctx, { groupId })]);
    return { group, codes: group.open ? codes : [], origin: publicOrigin(url) };
  },
});

export const action = declareAction({
  access: "signedIn",
  params: groupAddressSchema,
  act: async ({ personCtx, params, form, href }) => {
    if (form.get("intent") !== "takeBackCodes") throw notFound();
    const count = await takeBackCodes(personCtx(), { groupId: params.group });
    return redirectWithNotice(href(`/account/groups/${params.group}`), "groups:notice.codesTakenBack", { count });
  },
});

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orAway(serverAction);

export default function GroupCodes({ loaderData: { group, codes, origin }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("groups");
  const home = `/account/groups/${group.id}`;
  const places = [
    { label: t("mine.title"), to: "/account/groups" },
    { label: <bdi>{group.name}</bdi>, to: home },
    { label: t("codes.title") },
  ];
  return (
    <>
      <PlainHead title={`${t("codes.title")} · ${group.name}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("codes.title")}
        lead={t("codes.lead")}
      />
      {isAway(actionData) ? <Notice kind="warning">{t("away")}</Notice> : null}
      {codes.length === 0 ? (
        <EmptyState
          title={t("codes.empty.title")}
          text={t("codes.empty.text")}
          action={
            <Link to={home} className={buttonClass({ kind: "quiet" })}>
              {t("codes.back")}
            </Link>
          }
        />
      ) : (
        <div className="grid gap-6">
          <CodeActs groupId={group.id} codes={codes} />
          <CodeSheet group={group} codes={codes} origin={origin} />
        </div>
      )}
    </>
  );
}
