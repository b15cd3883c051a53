import type { SubmissionResult } from "@conform-to/react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { certificateAddress } from "../certificate-address.ts";
import type { MyCertificate, MyRequest } from "../issuing/certificate-rows.server.ts";
import { writeSerial } from "../serial.ts";
import { AskForCorrection, CorrectionState } from "./ask-for-correction.tsx";
import { CertificateDates } from "./certificate-dates.tsx";
import { CertificateFiles } from "./certificate-files.tsx";
import { HideNames } from "./hide-names.tsx";
import { NamesLine } from "./names-line.tsx";
import { Reason } from "./reason.tsx";

type MyCertificateCardProps = {
  certificate: MyCertificate;
  /** Where she asked for other names on it and was not given them (yet). */
  correction: MyRequest | undefined;
  /** What was refused of a form about this very certificate. */
  result: SubmissionResult<string[]> | undefined;
};

/** A certificate in its holder's list: how it stands, what it says of her, and all that she can do with it. */
export function MyCertificateCard({ certificate, correction, result }: MyCertificateCardProps) {
  const { t } = useTranslation("certificate");
  const { locale } = usePageContext().formats;
  const { serial, titles, kind, status, signed, revokedReason, supersededBy } = certificate;
  const title = pickTranslated(titles, locale);
  const usable = signed && (status === "valid" || status === "expired");
  return (
    <Card as="article" aria-labelledby={serial} className="grid scroll-mt-4 gap-4">
      <header className="grid justify-items-start gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <StatusTag status={status} signed={signed} />
          <span className="text-ink-2 text-sm">{t(`mine.${kind}`)}</span>
        </div>
        <h2 id={serial} className="font-bold font-read text-2xl">
          <LocalText value={title} />
        </h2>
        <div className="text-ink-2 text-sm">
          <CertificateDates certificate={certificate} />
        </div>
      </header>
      <Names certificate={certificate} />
      {correction ? <CorrectionState correction={correction} /> : null}
      {revokedReason && status === "revoked" ? (
        <div className="grid gap-1 rounded-sm border border-danger px-4 py-3">
          <Reason>{revokedReason}</Reason>
          <p>{t("panel.revoked.todo")}</p>
        </div>
      ) : null}
      {status === "expired" ? <p>{t("panel.expired.todo")}</p> : null}
      {supersededBy ? (
        <p>
          {t("mine.replacedBy")}{" "}
          <a href={`#${supersededBy}`} className="whitespace-nowrap">
            <bdi dir="ltr">{writeSerial(supersededBy)}</bdi>
          </a>
        </p>
      ) : null}
      {usable ? <CertificateFiles serial={serial} title={title.text} /> : null}
      {usable || !signed ? null : (
        <p>
          <Link to={certificateAddress(serial)}>{t("acts.view")}</Link>
        </p>
      )}
      {usable ? (
        <Disclosure summary={t("mine.more")} open={result !== undefined} className="border-line border-t pt-2">
          <div className="grid gap-8 pt-2">
            <HideNames certificate={certificate} />
            <AskForCorrection certificate={certificate} correction={correction} result={result} />
          </div>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function StatusTag({ status, signed }: Pick<MyCertificate, "status" | "signed">) {
  const { t } = useTranslation("certificate");
  if (status === "valid" && !signed) return <Tag>{t("mine.status.preparing")}</Tag>;
  return (
    <Tag kind={status === "valid" ? "gold" : "plain"}>
      {status === "valid" ? <Icon name="award" className="size-4 flex-none" /> : null}
      {t(`mine.status.${status}`)}
    </Tag>
  );
}

function Names({ certificate: { recipient, namesHidden } }: { certificate: MyCertificate }) {
  const { t } = useTranslation("certificate");
  return (
    <dl>
      <dt className="text-ink-2 text-sm">{t("mine.namesNow")}</dt>
      <dd>
        <NamesLine {...recipient}>
          {namesHidden ? (
            <span className="font-ui text-base">
              <Tag kind="plain">{t("mine.hide.tag")}</Tag>
            </span>
          ) : null}
        </NamesLine>
      </dd>
    </dl>
  );
}
