import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { certificateAddress } from "../../certificate-address.ts";
import type { FileFindings } from "../file-findings.ts";
import { toneOf } from "../verdict.ts";
import { CheckList } from "./check-list.tsx";
import { SignedFacts } from "./signed-facts.tsx";

const looks: Record<"good" | "open" | "bad", { icon: IconName; box: string; mark: string }> = {
  good: { icon: "check-circle", box: "border-ok", mark: "text-ok" },
  open: { icon: "alert", box: "border-line-strong", mark: "text-ink" },
  bad: { icon: "close", box: "border-danger", mark: "text-danger" },
};

/** What was found about a file: what it comes to, what was signed, and every check by its name. */
export function FindingsSheet({ findings }: { findings: FileFindings }) {
  const { t } = useTranslation("verify");
  const { moment } = useFormats();
  const { verdict, checks, facts } = findings;
  const { icon, box, mark } = looks[toneOf[verdict]];
  const { seenAt } = checks.revocation;
  const uncompared = verdict === "part" && checks.file === "unknown";
  return (
    <div className="grid gap-6">
      <div data-verdict={verdict} className={`flex items-start gap-4 rounded border-2 bg-surface px-5 py-4 ${box}`}>
        <Icon name={icon} className={`mt-1 size-7 flex-none ${mark}`} />
        <div className="grid min-w-0 gap-1">
          <h2 className={`font-bold text-xl ${mark}`}>
            {t(`file.verdict.${verdict}`, { date: seenAt ? moment(seenAt) : undefined })}
          </h2>
          <p>{t(`file.verdict.${uncompared ? "partFile" : verdict}Text`)}</p>
        </div>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {facts ? (
          <Part title={t("file.says")}>
            <p className="rounded-sm bg-surface-2 px-4 py-3">{t("file.compare")}</p>
            <SignedFacts facts={facts} />
            <Link
              to={certificateAddress(facts.serial.replaceAll("-", ""))}
              className={`${buttonClass({ kind: "quiet" })} justify-self-start`}
            >
              {t("file.open")}
            </Link>
          </Part>
        ) : null}
        <Part title={t("file.checks")}>
          <CheckList findings={findings} />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid min-w-0 gap-4 rounded border border-line bg-surface p-5 shadow-card sm:p-6">
      <h3 className="font-bold font-read text-xl">{title}</h3>
      {children}
    </section>
  );
}
