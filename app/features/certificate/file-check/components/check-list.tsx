import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { useDay } from "../../components/use-day.ts";
import type { FileFindings } from "../file-findings.ts";

type State = "ok" | "failed" | "unknown" | "warn" | "none";

const looks: Record<State, { icon: IconName; mark: string }> = {
  ok: { icon: "check-circle", mark: "text-ok" },
  failed: { icon: "close", mark: "text-danger" },
  unknown: { icon: "circle", mark: "text-ink-2" },
  warn: { icon: "alert", mark: "text-gold-ink" },
  none: { icon: "circle", mark: "text-ink-2" },
};

/** Every check by its name, with what came of it. */
export function CheckList({ findings }: { findings: FileFindings }) {
  const { t } = useTranslation("verify");
  return (
    <ul className="grid">
      {useLines(findings).map(({ name, state, text }) => (
        <li
          key={name}
          data-check={name}
          data-state={state}
          className="flex items-start gap-3 border-line border-t py-3 first:border-t-0 first:pt-0"
        >
          <Icon name={looks[state].icon} className={`mt-0.5 size-6 flex-none ${looks[state].mark}`} />
          <div className="min-w-0">
            <p className="font-semibold">
              {t(`file.check.${name}`)}
              {state === "none" ? null : <span className={looks[state].mark}> · {t(`file.state.${state}`)}</span>}
            </p>
            <p className="text-ink-2">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function useLines({ checks, did, facts }: FileFindings): { name: string; state: State; text: string }[] {
  const { t } = useTranslation("verify");
  const { moment } = useFormats();
  const day = useDay();
  const { file, signature, issuer, times, revocation } = checks;
  const proven = signature === "ok";
  const shown = { did: `\u2068${did}\u2069`, date: revocation.seenAt ? moment(revocation.seenAt) : undefined };
  const dates = {
    from: facts ? day(facts.validFrom) : undefined,
    until: facts?.validUntil ? day(facts.validUntil) : undefined,
  };
  const said = (name: string, found: string) => t(`file.finding.${name}.${found}`, { ...shown, ...dates });
  const seen = revocation.seenAt !== null;
  const listed = { ok: seen ? "seen" : "ok", failed: seen ? "failedSeen" : "failed", unknown: "unknown", none: "none" };
  const issued = { name: "issuer", state: issuer, text: said("issuer", issuer) };
  // Of another's signature nothing is known here.
  if (issuer === "failed") return [issued];
  return [
    { name: "signature", state: signature, text: said("signature", signature) },
    issued,
    ...(proven
      ? [
          { name: "file", state: file, text: said("file", file) },
          {
            name: "times",
            state: times === "ok" ? ("ok" as const) : ("warn" as const),
            text: said("times", times === "ok" && facts?.validUntil ? "okUntil" : times),
          },
          { name: "revocation", state: revocation.found, text: said("revocation", listed[revocation.found]) },
        ]
      : []),
  ];
}
