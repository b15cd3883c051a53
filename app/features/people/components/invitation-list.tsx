import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { InvitationInList } from "../invitations/find-invitations.server.ts";

type InvitationListProps = { invitations: readonly InvitationInList[]; narrowed: boolean };

/** Those who were invited, and what became of it. */
export function InvitationList({ invitations, narrowed }: InvitationListProps) {
  const { t } = useTranslation("people");
  if (invitations.length === 0) {
    const key = narrowed ? "invitations.nothing" : "invitations.empty";
    return (
      <EmptyState
        title={t(`${key}.title`)}
        text={t(`${key}.text`)}
        action={
          <Link
            to={narrowed ? "/admin/invitations" : "/admin/invitations/new"}
            className={buttonClass({ kind: narrowed ? "quiet" : "primary" })}
          >
            {t(narrowed ? "filter.clear" : "invite.title")}
          </Link>
        }
      />
    );
  }
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {invitations.map((invitation) => (
        <Invitation key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

function Invitation({ invitation }: { invitation: InvitationInList }) {
  const { t } = useTranslation("people");
  const { date } = useFormats();
  const { name, email, state, locale, courses, acceptedById } = invitation;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <span className="grid min-w-0 justify-items-start">
        <span className="flex flex-wrap items-center gap-2">
          {name ? <bdi className="font-semibold [overflow-wrap:anywhere]">{name}</bdi> : null}
          <Tag kind={state === "waiting" ? "gold" : state === "accepted" ? "tile" : "plain"}>
            {t(`invitations.states.${state}`)}
          </Tag>
        </span>
        <bdi dir="ltr" className="break-all">
          {acceptedById ? <Link to={`/admin/people/${acceptedById}`}>{email}</Link> : email}
        </bdi>
        <span className="text-ink-2 text-sm">
          {t("invitations.sent", { date: date(invitation.sentAt) })} · <bdi lang={locale}>{localeNames[locale]}</bdi>
          {state === "waiting" ? <> · {t("invitations.until", { date: date(invitation.expiresAt) })}</> : null}
        </span>
        {courses.map((title) => (
          <LocalText key={title.text} value={title} className="text-ink-2 text-sm" />
        ))}
      </span>
      {state === "waiting" || state === "expired" ? <Acts invitation={invitation} /> : null}
    </li>
  );
}

function Acts({ invitation: { id, email } }: { invitation: InvitationInList }) {
  const { t } = useTranslation("people");
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="invitation" value={id} />
      <Button kind="quiet" size="s" name="intent" value="resend" aria-label={t("invitations.resendTo", { email })}>
        {t("invitations.resend")}
      </Button>
      <ConfirmSubmit
        kind="plain"
        size="s"
        name="intent"
        value="withdraw"
        label={t("invitations.withdraw")}
        title={t("invitations.withdrawTitle", { email })}
        text={t("invitations.withdrawText")}
        confirmLabel={t("invitations.withdraw")}
        cancelLabel={t("ui:cancel")}
      />
    </Form>
  );
}
