import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { CertificatePanel as Panel } from "../issuing/find-certificate-panel.server.ts";
import { type PanelState, panelState } from "../panel-state.ts";
import { NamesInTime, NamesSection } from "./names-section.tsx";
import { PanelCertificate } from "./panel-certificate.tsx";
import { PanelWaiting } from "./panel-waiting.tsx";

type CertificatePanelProps = {
  panel: Panel;
  /** What the course is called, for links that leave the page. */
  title: string;
  /** The place on the page that says what is missing. */
  missing: string;
  /** What was refused of the names that she wrote. */
  result: SubmissionResult<string[]> | undefined;
  /** How it is paid for, where it has to be and was not. */
  offer?: ReactNode;
};

const asksForNames: readonly PanelState[] = ["nameless", "waiting"];

/** What a course brings to who finishes it, where that stands for this learner, and what she has still to do for it. */
export function CertificatePanel({ panel, title, missing, result, offer }: CertificatePanelProps) {
  const { t } = useTranslation("certificate");
  const state = panelState(panel);
  const { certificate, names, request, rule } = panel;
  if (state === "none") return <None />;
  return (
    <section
      id="certificate"
      aria-labelledby="certificate-title"
      className={classNames(
        "grid scroll-mt-4 gap-4 rounded border bg-surface p-5 shadow-card sm:p-6",
        state === "ready" ? "border-gold" : "border-line",
      )}
    >
      <h2 id="certificate-title" className="flex items-center gap-3 font-bold font-read text-2xl">
        <Icon name="certificate" className={`size-7 flex-none ${state === "ready" ? "text-gold-ink" : "text-tile"}`} />
        {t("panel.title")}
      </h2>
      {state === "ahead" ? (
        <p>
          {t(`panel.brings.${rule}`)} <a href={missing}>{t("panel.missing")}</a>
        </p>
      ) : null}
      {panel.unpaid && state === "ahead" ? <p>{t("panel.separate")}</p> : null}
      {state === "nameless" ||
      state === "unpaid" ||
      state === "waiting" ||
      state === "due" ||
      state === "preparing" ||
      state === "refused" ? (
        <PanelWaiting state={state} request={request} />
      ) : null}
      {certificate && (state === "ready" || state === "revoked" || state === "expired") ? (
        <PanelCertificate state={state} certificate={certificate} title={title} />
      ) : null}
      {panel.unpaid && (state === "ahead" || state === "unpaid" || state === "revoked") ? offer : null}
      {state === "ahead" ? <NamesInTime names={names} result={result} /> : null}
      {asksForNames.includes(state) ? <NamesSection names={names} result={result} /> : null}
      {certificate ? (
        <p>
          <Link to="/account/certificates">{t("panel.all")}</Link>
        </p>
      ) : null}
    </section>
  );
}

function None() {
  const { t } = useTranslation("certificate");
  return (
    <p id="certificate" className="flex items-start gap-3 text-ink-2">
      <Icon name="certificate" className="mt-1 size-5 flex-none" />
      {t("panel.brings.none")}
    </p>
  );
}
