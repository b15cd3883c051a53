import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText, useLangOf } from "#app/platform/i18n/local-text.tsx";
import { directionOf, isLocale, localeNames, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Girih } from "#app/ui/girih.tsx";
import { Star } from "#app/ui/star.tsx";
import { certificateAddress } from "../../certificate-address.ts";
import type { CertificateSnapshot } from "../../certificate-snapshot.ts";
import type { CertificateStatus } from "../../certificate-status.ts";
import "./certificate-sheet.css";
import { useDay } from "../../components/use-day.ts";
import { Serial } from "./serial.tsx";

type CertificateSheetProps = {
  snapshot: CertificateSnapshot;
  /** Where the page is, for who reads it on paper. */
  address: string;
  status: CertificateStatus;
};

/** Who was awarded what, when and by whom, as it was frozen at issue. */
export function CertificateSheet({ snapshot, address, status }: CertificateSheetProps) {
  const { t } = useTranslation("verify");
  const langOf = useLangOf();
  const { locale } = usePageContext().formats;
  const { achievement, recipient, finishedAt } = snapshot;
  const title = pickTranslated(achievement.titles, locale);
  // Gold is for what is achieved: what was taken back has none.
  const [band, star] = status === "revoked" ? ["bg-line-strong", "text-line-strong"] : ["bg-gold", "text-gold"];
  return (
    <article className="certificate-sheet relative grid gap-6 overflow-hidden rounded border border-line bg-surface px-5 py-8 shadow-card sm:px-10 sm:py-10 print:border-0 print:px-0 print:shadow-none">
      <span aria-hidden="true" className={`absolute inset-x-0 top-0 h-1 ${band}`} />
      <Girih className={`certificate-pattern absolute inset-x-0 top-0 h-80 w-full opacity-15 ${star}`} />
      <header className="relative grid justify-items-center gap-3 text-center">
        <Star className={`size-12 ${star}`} />
        <p className="text-ink-2">{t(`page.${achievement.kind}`)}</p>
        <Names {...recipient} />
        <p className="text-ink-2 text-lg">{t(`page.${finishedAt ? "finished" : "awarded"}.${achievement.kind}`)}</p>
        <h1 {...langOf(title.locale)} className="font-bold font-read text-3xl text-balance text-tile-strong">
          {title.text}
        </h1>
        <OtherTitles titles={achievement.titles} shown={title.locale} />
      </header>
      <Facts snapshot={snapshot} address={address} />
      {achievement.courses.length > 0 ? <ProgrammeCourses snapshot={snapshot} /> : null}
    </article>
  );
}

/** Both names, that of the reader's script first. */
function Names({ arabic, latin }: CertificateSnapshot["recipient"]) {
  const { locale } = usePageContext().formats;
  const names = [
    { text: arabic, lang: "ar" },
    { text: latin, lang: "en" },
  ];
  if (directionOf(locale) === "ltr") names.reverse();
  return (
    <div className="grid gap-1">
      {names.map(({ text, lang }, index) =>
        text ? (
          <p
            key={lang}
            lang={lang}
            dir={directionOf(lang)}
            className={`font-bold font-read text-balance ${index === 0 || !names[0]?.text ? "text-4xl" : "text-2xl text-ink-2"}`}
          >
            {text}
          </p>
        ) : null,
      )}
    </div>
  );
}

function OtherTitles({ titles, shown }: { titles: Translated; shown: string }) {
  const { t } = useTranslation("verify");
  const others = Object.entries(titles).filter(([locale, text]) => locale !== shown && text !== "");
  if (others.length === 0) return null;
  return (
    <Disclosure summary={t("page.otherLanguages")} className="text-ink-2 text-sm print:hidden">
      <ul className="grid gap-3">
        {others.map(([locale, text]) =>
          isLocale(locale) ? (
            <li key={locale} className="grid">
              <span lang={locale} className="menu-language text-xs">
                {localeNames[locale]}
              </span>
              <span lang={locale} dir={directionOf(locale)} className="font-read text-base text-ink">
                {text}
              </span>
            </li>
          ) : null,
        )}
      </ul>
    </Disclosure>
  );
}

/** Marks what the signed credential does not say. */
function FromRegister() {
  const { t } = useTranslation("verify");
  return <span className="font-normal font-ui text-ink-2 text-sm"> · {t("page.fromRegister")}</span>;
}

type FactProps = { label: string; unsigned?: boolean; children: ReactNode };

function Fact({ label, unsigned = false, children }: FactProps) {
  return (
    <div className="border-line border-t py-3">
      <dt className="text-ink-2 text-sm">
        {label}
        {unsigned ? <FromRegister /> : null}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ snapshot, address }: { snapshot: CertificateSnapshot; address: string }) {
  const { t } = useTranslation("verify");
  const { minutes, percent } = useFormats();
  const { locale } = usePageContext().formats;
  const day = useDay();
  const { grade, instructors, finishedAt, issuedAt, expiresAt, issuer, serial, supersedes } = snapshot;
  return (
    <dl className="grid gap-x-10 sm:grid-cols-2">
      {snapshot.minutes ? <Fact label={t("page.hours")}>{minutes(snapshot.minutes)}</Fact> : null}
      {grade === null ? null : <Fact label={t("page.grade")}>{percent(grade / 10_000)}</Fact>}
      {instructors.length > 0 ? (
        <Fact label={t("page.instructors")}>
          <ul>
            {instructors.map((names) => (
              <li key={JSON.stringify(names)}>
                <LocalText value={pickTranslated(names, locale)} />
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {finishedAt ? (
        <Fact label={t("page.finishedOn")} unsigned>
          {day(finishedAt)}
        </Fact>
      ) : null}
      <Fact label={t("page.issuedOn")}>{day(issuedAt)}</Fact>
      {expiresAt ? <Fact label={t("page.validUntil")}>{day(expiresAt)}</Fact> : null}
      <Fact label={t("page.issuer")}>
        <LocalText value={pickTranslated(issuer.names, locale)} />
      </Fact>
      <Fact label={t("page.serial")}>
        <Serial serial={serial} />
      </Fact>
      {supersedes ? (
        <Fact label={t("page.inPlaceOf")} unsigned>
          <Link to={certificateAddress(supersedes)}>
            <Serial serial={supersedes} />
          </Link>
        </Fact>
      ) : null}
      <div className="hidden border-line border-t py-3 sm:col-span-2 print:block">
        <dt className="text-ink-2 text-sm">{t("page.address")}</dt>
        <dd>
          <bdi dir="ltr">{address}</bdi>
        </dd>
      </div>
    </dl>
  );
}

/** The credential names them as what was needed, which of one that was given by hand it does not say. */
function ProgrammeCourses({ snapshot: { achievement, cause } }: { snapshot: CertificateSnapshot }) {
  const { t } = useTranslation("verify");
  const { locale } = usePageContext().formats;
  return (
    <section aria-labelledby="courses" className="grid gap-2">
      <h2 id="courses" className="font-bold font-read text-xl">
        {t("page.courses")}
        {cause === "byHand" ? <FromRegister /> : null}
      </h2>
      <ol className="certificate-courses grid list-decimal gap-1 ps-6">
        {achievement.courses.map((titles) => (
          <li key={JSON.stringify(titles)}>
            <LocalText value={pickTranslated(titles, locale)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
