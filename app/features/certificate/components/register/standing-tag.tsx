import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import type { CertificateStatus } from "../../certificate-status.ts";

const looks: Record<CertificateStatus, { icon: IconName; className: string }> = {
  valid: { icon: "check-circle", className: "border-ok text-ok" },
  revoked: { icon: "close", className: "border-danger text-danger" },
  superseded: { icon: "copy", className: "border-line-strong text-ink-2" },
  expired: { icon: "clock", className: "border-line-strong text-ink-2" },
};

/** Whether a certificate holds, in a word and a mark. */
export function StandingTag({ status }: { status: CertificateStatus }) {
  const { t } = useTranslation("certificate-admin");
  const { icon, className } = looks[status];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full border bg-surface px-2.5 py-0.5 font-semibold text-xs ${className}`}
    >
      <Icon name={icon} className="size-3.5 flex-none" />
      {t(`status.${status}`)}
    </span>
  );
}
