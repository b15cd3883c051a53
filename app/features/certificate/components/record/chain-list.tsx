import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { ChainLink } from "../../register/find-chain.server.ts";
import { writeSerial } from "../../serial.ts";
import { RecipientNames } from "../register/recipient-names.tsx";
import { StandingTag } from "../register/standing-tag.tsx";

/** The certificates that came in one another's place, the newest first. */
export function ChainList({ chain, serial }: { chain: readonly ChainLink[]; serial: string }) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  if (chain.length < 2) return null;
  return (
    <SectionCard title={t("record.chain")}>
      <ol className="grid gap-2">
        {chain.map((link) => (
          <li
            key={link.serial}
            aria-current={link.serial === serial ? "true" : undefined}
            className={classNames("grid gap-1 border-s-4 ps-3", link.serial === serial ? "border-tile" : "border-line")}
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {link.serial === serial ? (
                <bdi dir="ltr" className="font-mono font-semibold text-sm">
                  {writeSerial(link.serial)}
                </bdi>
              ) : (
                <Link
                  to={`/admin/certificates/record/${writeSerial(link.serial)}`}
                  dir="ltr"
                  className="inline-block min-h-6 font-mono text-sm"
                >
                  {writeSerial(link.serial)}
                </Link>
              )}
              <StandingTag status={link.status} />
            </p>
            <div className="text-sm">
              <RecipientNames arabic={link.recipientArabic} latin={link.recipientLatin} />
              <p className="text-ink-2">
                {formats.date(link.issuedAt)} · {t(`cause.${link.cause}`)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
