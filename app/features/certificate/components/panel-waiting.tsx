import { useQuietRefresh } from "#app/platform/browser/use-quiet-refresh.ts";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import type { MyRequest } from "../issuing/certificate-rows.server.ts";
import type { PanelState } from "../panel-state.ts";
import { Reason } from "./reason.tsx";

type Waiting = Extract<PanelState, "nameless" | "unpaid" | "waiting" | "due" | "preparing" | "refused">;

const icons: Record<Waiting, IconName> = {
  nameless: "edit",
  unpaid: "certificate",
  waiting: "clock",
  due: "award",
  preparing: "clock",
  refused: "alert",
};

/** Why a certificate that was earned is not there yet, or is not going to be. */
export function PanelWaiting({ state, request }: { state: Waiting; request: MyRequest | null }) {
  const { t } = useTranslation("certificate");
  const { late } = useQuietRefresh(state === "preparing" || state === "due");
  return (
    <div role="status" className="flex items-start gap-3 rounded-sm bg-tile-tint px-4 py-3">
      <Icon name={icons[state]} className="mt-1 size-5 flex-none text-tile-strong" />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold text-tile-strong">{t(`panel.${state}.title`)}</p>
        {state === "preparing" ? (
          <>
            <p className="script-only">{t(late ? "panel.preparing.late" : "panel.preparing.text")}</p>
            <noscript>
              <p>{t("panel.preparing.noScript")}</p>
            </noscript>
          </>
        ) : null}
        {state === "refused" ? <Refused request={request} /> : null}
        {state === "due" ? <Due /> : null}
        {state === "waiting" || state === "nameless" || state === "unpaid" ? <p>{t(`panel.${state}.text`)}</p> : null}
      </div>
    </div>
  );
}

function Due() {
  const { t } = useTranslation("certificate");
  return (
    <>
      <p>{t("panel.due.text")}</p>
      <Form method="post" className="pt-1">
        <Button size="s" name="intent" value="claim-certificate">
          {t("panel.due.ask")}
        </Button>
      </Form>
    </>
  );
}

function Refused({ request }: { request: MyRequest | null }) {
  const { t } = useTranslation("certificate");
  const { date } = useFormats();
  return (
    <>
      {request?.decidedAt ? <p>{t("dates.refused", { date: date(request.decidedAt) })}</p> : null}
      {request?.reason ? <Reason>{request.reason}</Reason> : null}
      <p>{t("panel.refused.todo")}</p>
    </>
  );
}
