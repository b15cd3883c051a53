import { Form, Link } from "#app/platform/i18n/link.tsx";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { MyGroup } from "../../access/find-my-groups.server.ts";

type InvitationListProps = { group: Pick<MyGroup, "id" | "invitations" | "open"> };

/** Those who were invited and have not taken their seats. */
export function InvitationList({ group: { id, invitations, open } }: InvitationListProps) {
  const { t } = useTranslation("groups");
  const { rows, next, previous } = invitations;
  const page = (cursor: string) => `/account/groups/${id}?cursor=${encodeURIComponent(cursor)}`;
  if (rows.length === 0) return <p className="text-ink-2">{t("waiting.none")}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {rows.map((row) => (
          <Invitation key={row.id} invitation={row} open={open} />
        ))}
      </ul>
      <PageLinks
        next={next && page(next)}
        previous={previous && page(previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </>
  );
}

type InvitationProps = { invitation: MyGroup["invitations"]["rows"][number]; open: boolean };

function Invitation({ invitation: { id, name, email, invitedAt, locale }, open }: InvitationProps) {
  const { t } = useTranslation("groups");
  const { date } = useFormats();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <span className="grid min-w-0 justify-items-start">
        {name ? <bdi className="font-semibold [overflow-wrap:anywhere]">{name}</bdi> : null}
        <bdi dir="ltr" className="break-all">
          {email}
        </bdi>
        <span className="text-ink-2 text-sm">
          {t("waiting.sent", { date: date(invitedAt) })}
          {locale ? (
            <>
              {" · "}
              <bdi lang={locale}>{localeNames[locale]}</bdi>
            </>
          ) : null}
        </span>
      </span>
      {open ? (
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="code" value={id} />
          <Button kind="quiet" size="s" name="intent" value="resend" aria-label={t("waiting.resendTo", { email })}>
            {t("waiting.resend")}
          </Button>
          <ConfirmSubmit
            kind="plain"
            size="s"
            name="intent"
            value="takeBack"
            label={t("waiting.takeBack")}
            title={t("waiting.takeBackTitle", { email })}
            text={t("waiting.takeBackText")}
            confirmLabel={t("waiting.takeBack")}
            cancelLabel={t("ui:cancel")}
          />
        </Form>
      ) : null}
    </li>
  );
}
