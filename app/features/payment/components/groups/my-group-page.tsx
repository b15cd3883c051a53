import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { MyGroup } from "../../access/find-my-groups.server.ts";
import type { InviteesLook as Look } from "../../access/look-at-invitees.server.ts";
import { GroupCounts } from "./group-counts.tsx";
import { GroupPlace } from "./group-place.tsx";
import { GroupState } from "./group-state.tsx";
import { HandOut } from "./hand-out.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteForm } from "./invite-form.tsx";
import { InviteesLook, SendForm } from "./invitees-look.tsx";

type Told = { look?: Look; typed?: string; refused?: string; result?: SubmissionResult<string[]> };
type MyGroupPageProps = { group: MyGroup; owner: string; told: Told; away: boolean };

/** A group as who coordinates it sees it: how its seats stand, whom she invited, and how she gives the rest. */
export function MyGroupPage({ group, owner, told, away }: MyGroupPageProps) {
  const { t } = useTranslation("groups");
  const errors = useFormErrors(told.result);
  const packed = told.result?.initialValue?.invitees;
  const places = [{ label: t("mine.title"), to: "/account/groups" }, { label: <bdi>{group.name}</bdi> }];
  return (
    <>
      <PlainHead title={group.name} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={<bdi>{group.name}</bdi>}
        lead={<GroupPlace {...group} />}
        actions={<GroupState group={group} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {away ? <Notice kind="warning">{t("away")}</Notice> : null}
        <FormErrors messages={errors.form} />
        {typeof packed === "string" ? <SendForm packed={packed} /> : null}
        {told.look ? <InviteesLook look={told.look} /> : null}
        <GroupCounts group={group} />
        <Giving
          group={group}
          owner={owner}
          told={told}
          seats={{ typed: errors.typed("seats"), error: errors.field("seats") }}
        />
        <Part id="waiting" title={t("waiting.title")}>
          <InvitationList group={group} />
        </Part>
      </div>
    </>
  );
}

type GivingProps = Pick<MyGroupPageProps, "group" | "owner" | "told"> & {
  seats: { typed: string | undefined; error: string | undefined };
};

/** How the seats that are left are given: by mail, or by codes on paper. */
function Giving({ group, owner, told, seats }: GivingProps) {
  const { t } = useTranslation("groups");
  if (!group.open) return <Notice kind="info">{t("closed")}</Notice>;
  return (
    <>
      {group.free > 0 ? (
        <Part id="invite" title={t(told.look ? "invite.another" : "invite.title")} text={t("invite.lead")}>
          <InviteForm
            key={group.counts.invited}
            place={`${owner}/${group.id}`}
            typed={told.typed ?? ""}
            refused={told.refused}
            again={told.look !== undefined}
          />
        </Part>
      ) : (
        <Notice kind="info">{t("nothingLeft")}</Notice>
      )}
      {group.free + group.counts.handedOut > 0 ? (
        <Part id="hand-out" title={t("handOut.title")} text={t("handOut.text")}>
          <HandOut group={group} {...seats} />
        </Part>
      ) : null}
    </>
  );
}

function Part({ id, title, text, children }: { id: string; title: string; text?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id={id} className="font-bold font-read text-2xl">
        {title}
      </h2>
      {text ? <p className="text-ink-2">{text}</p> : null}
      {children}
    </section>
  );
}
