import type { SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import { ListForm, LookReport, SendForm } from "#app/features/people/components/invite-forms.tsx";
import { findInvitationCourses } from "#app/features/people/invitations/find-invitations.server.ts";
import { inviteSchema } from "#app/features/people/invitations/invitation-schema.ts";
import { invitePeople } from "#app/features/people/invitations/invite-people.server.ts";
import { lookAtPeople, MOST_LIST_BYTES, readList } from "#app/features/people/invitations/look-at-people.server.ts";
import type { PeopleLook } from "#app/features/people/invitations/people-look.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { withValues } from "#app/platform/i18n/message-key.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/invite-people";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx }) => ({ courses: await findInvitationCourses(personCtx()) }),
});

type Answer = {
  look?: PeopleLook;
  /** What was written to be looked at. */
  typed?: string;
  /** Why it could not be. */
  refused?: string;
  result?: SubmissionResult<string[]>;
};
const answer = (told: Answer, init?: ResponseInit) => data(told, init);

type Input = RouteInput<unknown, unknown> & { form: FormData };

async function look({ form, personCtx }: Input) {
  const file = form.get("file");
  // Browsers send the ends of lines otherwise than their fields hold them.
  const typed = String(form.get("text") ?? "").replaceAll("\r\n", "\n");
  try {
    const text = await readList({ file: file instanceof File ? file : null, text: typed });
    return answer({ look: await lookAtPeople(personCtx(), { text }), typed });
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    return answer({ refused: withValues(error.messageKey, error.values), typed }, { status: error.status });
  }
}

async function invite({ form, href, personCtx }: Input) {
  const refused = await handleForm({
    form,
    schema: inviteSchema,
    run: async ({ invitees, language, courses: courseIds, reason }): Promise<never> => {
      const done = await invitePeople(personCtx(), { invitees, language, courseIds, reason });
      const { invited: count, places, full } = done;
      if (places + full === 0)
        throw redirectWithNotice(href("/admin/invitations"), "people:invitations.done.invited", { count });
      throw redirectWithNotice(href("/admin/invitations"), "people:invitations.done.placed", done);
    },
  });
  return answer({ result: refused.data.result }, refused.init ?? undefined);
}

export const action = declareAction({
  access: "admin",
  // A list in a file and in the field, with what stands around them.
  limit: 3 * MOST_LIST_BYTES,
  intents: ["look", "invite"],
  act: (input) => {
    const intent = input.form.get("intent");
    if (intent === "look") return look(input);
    if (intent === "invite") return invite(input);
    throw notFound();
  },
});

export default function InvitePeople({ loaderData: { courses }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { look: looked, typed = "", refused, result } = actionData ?? {};
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/people" },
    { label: t("invitations.title"), to: "/admin/invitations" },
    { label: t("invite.title") },
  ];
  const again = result?.initialValue?.invitees;
  const packed = looked
    ? looked.counts.ok + looked.counts.hasAccount > 0 && looked.packed
    : typeof again === "string" && again;
  return (
    <Container width="reading" className="pb-16">
      <PlainHead title={t("invite.title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("invite.title")}
        lead={t("invite.lead")}
      />
      <div className="grid gap-8">
        {looked ? <LookReport look={looked} /> : null}
        {packed ? <SendForm packed={packed} courses={courses} result={result} /> : null}
        <ListForm key={typed} typed={typed} refused={refused} again={Boolean(packed)} />
      </div>
    </Container>
  );
}
