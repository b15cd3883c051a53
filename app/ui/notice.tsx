import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

type NoticeKind = "info" | "success" | "warning" | "error";

const looks: Record<NoticeKind, { icon: IconName; box: string; mark: string }> = {
  info: { icon: "info", box: "bg-tile-tint", mark: "text-tile-strong" },
  success: { icon: "check-circle", box: "bg-surface border border-ok", mark: "text-ok" },
  warning: { icon: "alert", box: "bg-gold-tint", mark: "text-gold-ink" },
  error: { icon: "alert", box: "bg-surface border border-danger", mark: "text-danger" },
};

type NoticeProps = { kind: NoticeKind; title?: ReactNode; children?: ReactNode; className?: string };

/** Something the reader should know now. Errors are announced at once, the rest when she pauses. */
export function Notice({ kind, title, children, className }: NoticeProps) {
  const look = looks[kind];
  return (
    <div
      role={kind === "error" ? "alert" : "status"}
      className={classNames("flex items-start gap-3 rounded-sm px-4 py-3", look.box, className)}
    >
      <Icon name={look.icon} className={`mt-1 size-5 flex-none ${look.mark}`} />
      <div className="grid min-w-0 gap-1">
        {title ? <p className={`font-semibold ${look.mark}`}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
