import { useEffect, useState } from "react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CertificateRequestInQueue } from "../../register/find-requests.server.ts";
import { requestsHref } from "../../register/request-tabs.ts";
import { WayToActs } from "../register/way-to-acts.tsx";
import { RequestBody, RequestHead } from "./request-card.tsx";

type Reason = { typed: string | undefined; error: string | undefined };
type QueueProps = { requests: readonly CertificateRequestInQueue[]; cursor: string | undefined; reason: Reason };

/** Requests that wait, each with what speaks for it, and the decision on those that are chosen. */
export function RequestQueue({ requests, cursor, reason }: QueueProps) {
  const { t } = useTranslation("certificate-admin");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Choosing all at once needs the page's script.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const ids = requests.map(({ id }) => id);
  const present = ids.filter((id) => chosen.has(id));
  const choose = (id: string, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...present, id] : present.filter((one) => one !== id)));
  if (requests.length === 0) return <EmptyState title={t("requests.empty.title")} text={t("requests.empty.text")} />;
  return (
    <Form method="post" action={requestsHref("waiting", cursor)} aria-label={t("rooms.requests")}>
      {ready ? (
        <Checkbox
          name="all"
          label={t("requests.chooseAll")}
          checked={present.length === ids.length}
          onChange={(event) => setChosen(new Set(event.target.checked ? ids : []))}
        />
      ) : null}
      <ul className="grid gap-4">
        {requests.map((request) => (
          <Request
            key={request.id}
            request={request}
            isChosen={chosen.has(request.id)}
            onChoose={(isChosen) => choose(request.id, isChosen)}
          />
        ))}
      </ul>
      <WayToActs>{present.length > 0 ? t("requests.chosen", { count: present.length }) : null}</WayToActs>
      <Decision count={present.length} reason={reason} />
    </Form>
  );
}

type RequestProps = {
  request: CertificateRequestInQueue;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
};

function Request({ request, isChosen, onChoose }: RequestProps) {
  const { t } = useTranslation("certificate-admin");
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-2 rounded border border-line bg-surface p-3 has-[input[name=requestIds]:checked]:border-tile has-[input[name=requestIds]:checked]:bg-tile-tint sm:gap-x-3 sm:p-4">
      <label className="grid size-11 flex-none cursor-pointer place-items-center">
        <span className="sr-only">{t("requests.choose", { name: request.name })}</span>
        <input
          type="checkbox"
          name="requestIds"
          value={request.id}
          className="choice mt-0"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </label>
      <RequestHead request={request} />
      <div className="col-span-2 mt-3 min-w-0 sm:col-span-1 sm:col-start-2">
        <RequestBody request={request} />
      </div>
    </li>
  );
}

function Decision({ count, reason }: { count: number; reason: Reason }) {
  const { t } = useTranslation("certificate-admin");
  return (
    <fieldset
      id="chosen-acts"
      className={classNames(
        "mt-4 scroll-mt-4 grid min-w-0 gap-3 rounded border border-line bg-surface p-4",
        // In reach while there is something to decide.
        count > 0 && "z-10 shadow-card md:sticky md:bottom-0",
      )}
    >
      <legend className="sr-only">{t("requests.decide")}</legend>
      <p role="status" className="font-semibold text-sm">
        {count > 0 ? t("requests.chosen", { count }) : t("requests.decide")}
      </p>
      <TextArea
        name="reason"
        label={t("acts.reason")}
        hint={t("requests.reasonHint")}
        rows={2}
        maxLength={500}
        defaultValue={reason.typed}
        error={reason.error}
      />
      <div className="flex flex-wrap gap-2">
        <Button name="decision" value="approve">
          {t("requests.approve")}
        </Button>
        <ConfirmSubmit
          name="decision"
          value="refuse"
          label={t("requests.refuse")}
          title={t("requests.refuseConfirm", { count })}
          text={t("requests.refuseText")}
          confirmLabel={t("requests.refuse")}
          cancelLabel={t("ui:cancel")}
        />
      </div>
    </fieldset>
  );
}
