import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { useDay } from "../../components/use-day.ts";
import { Serial } from "../../public/components/serial.tsx";
import type { CredentialFacts } from "../../verification/credential-facts.ts";

/** What the academy put its signature to: to be compared with what one has before one. */
export function SignedFacts({ facts }: { facts: CredentialFacts }) {
  const { t } = useTranslation("verify");
  const { minutes, percent } = useFormats();
  const { locale } = usePageContext().formats;
  const day = useDay();
  const { names, titles, title, validFrom, validUntil, grade, serial, issuer } = facts;
  const shown = Object.keys(titles).length > 0 ? pickTranslated(titles, locale) : { text: title, locale };
  return (
    <dl className="grid">
      <Fact label={t("file.names")}>
        {names.map((name) => (
          <p key={name}>
            <bdi lang={scriptOf(name)} className="font-bold font-read text-2xl">
              {name}
            </bdi>
          </p>
        ))}
      </Fact>
      <Fact label={t("file.what")}>
        <LocalText value={shown} className="font-read text-xl" />
      </Fact>
      {facts.minutes === null ? null : <Fact label={t("page.hours")}>{minutes(facts.minutes)}</Fact>}
      {grade === null ? null : <Fact label={t("page.grade")}>{percent(grade / 10_000)}</Fact>}
      <Fact label={t("page.issuedOn")}>{day(validFrom)}</Fact>
      {validUntil ? <Fact label={t("page.validUntil")}>{day(validUntil)}</Fact> : null}
      <Fact label={t("page.issuer")}>
        <bdi>{issuer.name}</bdi>
      </Fact>
      <Fact label={t("page.serial")}>
        <Serial serial={serial} />
      </Fact>
    </dl>
  );
}

/** The language whose letters a name is written in, as far as fonts are concerned. */
function scriptOf(name: string): "ar" | "en" {
  return /\p{Script=Arabic}/u.test(name) ? "ar" : "en";
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-line border-t py-3 first:border-t-0 first:pt-0">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
