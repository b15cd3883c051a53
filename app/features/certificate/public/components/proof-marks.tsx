import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import type { CertificateSnapshot } from "../../certificate-snapshot.ts";
import type { PublicCertificate } from "../../issuing/find-public-certificate.server.ts";
import type { BrowserCheck } from "../check-in-browser.ts";

type ProofMarksProps = { certificate: PublicCertificate; asked: string };

/**
 * How it is known that the certificate holds: what the academy's register says, and what the reader's own browser finds
 * when it checks the signature. `asked` is when the register was asked.
 */
export function ProofMarks({ certificate, asked }: ProofMarksProps) {
  const { t } = useTranslation("verify");
  const { moment } = useFormats();
  const { snapshot, signed, status, serial } = certificate;
  return (
    <section aria-labelledby="proof" className="grid gap-4">
      <h2 id="proof" className="font-bold font-read text-2xl">
        {t("proof.title")}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Mark look="good" title={t("proof.register")}>
          <p>{t("proof.registerText", { moment: moment(asked) })}</p>
        </Mark>
        {snapshot && signed ? <SignatureMark key={serial} snapshot={snapshot} status={status} /> : null}
      </div>
    </section>
  );
}

const marks: Record<"good" | "bad" | "open", { icon: IconName; colour: string; border: string }> = {
  good: { icon: "check-circle", colour: "text-ok", border: "border-line" },
  bad: { icon: "alert", colour: "text-danger", border: "border-danger" },
  open: { icon: "circle", colour: "text-ink-2", border: "border-line" },
};

function Mark({ look, title, children }: { look: keyof typeof marks; title: string; children: ReactNode }) {
  const { icon, colour, border } = marks[look];
  return (
    <div className={`grid content-start gap-2 rounded border bg-surface p-4 ${border}`}>
      <h3 className="flex items-center gap-2 font-semibold">
        <Icon name={icon} className={`size-6 flex-none ${colour}`} />
        {title}
      </h3>
      <div className="grid justify-items-start gap-2 text-ink-2">{children}</div>
    </div>
  );
}

type State = BrowserCheck | "waiting" | "checking";

const lookOf: Record<State, keyof typeof marks> = {
  ...{ waiting: "open", checking: "open", away: "open", failed: "open", fits: "good" },
  ...{ elsewhere: "open", differs: "bad", broken: "bad", listDiffers: "bad" },
};

type Signed = { snapshot: CertificateSnapshot; status: PublicCertificate["status"] };

function SignatureMark(signed: Signed) {
  const { t } = useTranslation("verify");
  const { state, check } = useBrowserCheck(signed);
  return (
    <Mark look={lookOf[state]} title={t("proof.signature")}>
      <p role="status" data-signature={state} className="script-only">
        {t(`proof.${state}`)}
      </p>
      <noscript>
        <p>{t("proof.noScript")}</p>
      </noscript>
      {state === "away" ? (
        <Button type="button" kind="quiet" size="s" onClick={check}>
          {t("proof.again")}
        </Button>
      ) : null}
    </Mark>
  );
}

/** Checks the signature once the page stands; what it takes is fetched only then. The newest check alone is shown. */
function useBrowserCheck({ snapshot, status }: Signed): { state: State; check: () => void } {
  const [state, setState] = useState<State>("waiting");
  const round = useRef(0);
  const check = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    const show = (next: State) => mine === round.current && setState(next);
    show("checking");
    import("../check-in-browser.ts")
      .then(
        ({ checkInBrowser }) => checkInBrowser({ snapshot, status }).catch(() => "failed" as const),
        () => "away" as const,
      )
      .then(show);
  }, [snapshot, status]);
  useEffect(() => {
    check();
    return () => {
      round.current += 1;
    };
  }, [check]);
  return { state, check };
}
