import type { ReactNode } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";

export type PartVerdict = "right" | "wrong" | "missed";

const icons: Record<PartVerdict, IconName> = { right: "check-circle", wrong: "close", missed: "circle" };
const colours: Record<PartVerdict, string> = { right: "text-ok", wrong: "text-danger", missed: "text-ink-2" };

/** Whether a part was answered rightly, in a sign and in words. */
export function Verdict({ verdict }: { verdict: PartVerdict | undefined }) {
  const { t } = useTranslation("quiz");
  if (!verdict) return null;
  const words = { right: t("view.right"), wrong: t("view.wrong"), missed: t("view.missed") };
  return (
    <span className={classNames("inline-flex items-center gap-1.5 font-semibold text-sm", colours[verdict])}>
      <Icon name={icons[verdict]} className="size-4 flex-none" />
      {words[verdict]}
    </span>
  );
}

/** What would have been right; texts of mixed direction bring their own isolation. */
export function RightAnswer({ children }: { children: ReactNode }) {
  const { t } = useTranslation("quiz");
  return (
    <div className="text-sm">
      <span className="font-semibold">{t("view.rightAnswer")}</span>{" "}
      {typeof children === "string" ? <bdi>{children}</bdi> : children}
    </div>
  );
}
