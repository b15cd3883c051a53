import type { ReactNode } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";

/**
 * How it is known that the certificate holds: what the academy's register says, and what the reader's own browser finds
 * when it checks the signature. `asked` is when the register was asked.
 */
export function ProofMarks({ asked }: { asked: string }) {
  const { t } = useTranslation("verify");
  const { moment } = useFormats();
  return (
    <section aria-labelledby="proof" className="grid gap-4">
      <h2 id="proof" className="font-bold font-read text-2xl">
        {t("proof.title")}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Mark look="good" title={t("proof.register")}>
          <p>{t("proof.registerText", { moment: moment(asked) })}</p>
        </Mark>
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
