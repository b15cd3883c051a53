import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { AccountSection } from "./account-section.tsx";

type SessionRow = {
  id: string;
  browser: string | undefined;
  system: string | undefined;
  createdAt: Date;
  current: boolean;
};

export function SessionList({ sessions }: { sessions: SessionRow[] }) {
  const { t } = useTranslation("account");
  const formats = useFormats();
  const head = [t("sessions.device"), t("sessions.since"), t("sessions.action")];
  const rows = sessions.map((session) => ({
    key: session.id,
    cells: [
      <Device key="device" session={session} />,
      formats.moment(session.createdAt),
      session.current ? <Tag key="current">{t("sessions.current")}</Tag> : <Revoke key="revoke" id={session.id} />,
    ],
  }));
  return (
    <AccountSection title={t("sessions.title")}>
      <DataTable caption={t("sessions.title")} captionHidden head={head} rows={rows} />
      {sessions.length > 1 ? (
        <Form method="post">
          <Button kind="quiet" name="intent" value="revokeOthers">
            {t("sessions.revokeOthers")}
          </Button>
        </Form>
      ) : null}
    </AccountSection>
  );
}

function Device({ session: { browser, system } }: { session: SessionRow }) {
  const { t } = useTranslation("account");
  if (browser && system) return <bdi>{t("sessions.browserOn", { browser, system })}</bdi>;
  return <bdi>{browser ?? system ?? t("sessions.unknown")}</bdi>;
}

function Revoke({ id }: { id: string }) {
  const { t } = useTranslation("account");
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button kind="plain" size="s" name="intent" value="revoke">
        {t("sessions.revoke")}
      </Button>
    </Form>
  );
}
