import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CertificateRequestInQueue } from "../../register/find-requests.server.ts";
import { RecordLink, RequestHead } from "./request-card.tsx";

/** Requests that were decided: how, by whom, when and why. */
export function DecidedList({ requests }: { requests: readonly CertificateRequestInQueue[] }) {
  const { t } = useTranslation("certificate-admin");
  if (requests.length === 0)
    return <EmptyState title={t("requests.noneDecided.title")} text={t("requests.noneDecided.text")} />;
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {requests.map((request) => (
        <li key={request.id} className="grid gap-3 p-4 lg:grid-cols-2">
          <RequestHead request={request} />
          <Verdict request={request} />
        </li>
      ))}
    </ul>
  );
}

function Verdict({ request }: { request: CertificateRequestInQueue }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { state, decidedAt, decidedBy, reason, certificate } = request;
  return (
    <div className="grid content-start gap-1 text-sm">
      <p>
        <Tag kind={state === "approved" ? "tile" : "plain"}>{t(`requests.states.${state}`)}</Tag>
      </p>
      {decidedAt ? (
        <p className="text-ink-2">
          {decidedBy ? (
            <>
              <bdi>{decidedBy}</bdi> ·{" "}
            </>
          ) : null}
          {formats.moment(decidedAt)}
        </p>
      ) : null}
      {reason ? (
        <p>
          {t("acts.reason")}: <bdi>{reason}</bdi>
        </p>
      ) : null}
      {certificate ? <RecordLink serial={certificate.serial} /> : null}
    </div>
  );
}
