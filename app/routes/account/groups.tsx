import { findMyGroups } from "#app/features/payment/access/find-my-groups.server.ts";
import { MyGroupList } from "#app/features/payment/components/groups/my-group-list.tsx";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/groups";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => ({ groups: await findMyGroups(personCtx()) }),
});

export default function MyGroups({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("groups");
  return (
    <>
      <PlainHead title={t("mine.title")} />
      <PageHeader title={t("mine.title")} lead={t("mine.lead")} />
      <MyGroupList groups={loaderData.groups} />
    </>
  );
}
