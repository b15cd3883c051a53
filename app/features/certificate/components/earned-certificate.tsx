import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { certificateAddress } from "../certificate-address.ts";

/** The mark of a certificate that was earned, with the way to it; nothing where there is none. */
export function EarnedCertificate({ serial }: { serial: string | undefined }) {
  const { t } = useTranslation("certificate");
  if (!serial) return null;
  return (
    <p>
      <Link
        to={certificateAddress(serial)}
        className="inline-flex min-h-11 items-center gap-2 font-semibold text-gold-ink hover:underline"
      >
        <Icon name="certificate" className="size-5 flex-none" />
        {t("mine.yours")}
      </Link>
    </p>
  );
}
