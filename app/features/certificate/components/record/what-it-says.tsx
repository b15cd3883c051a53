import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { isLocale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FactList, SectionCard } from "#app/ui/section-card.tsx";
import type { CertificateRecord } from "../../issuing/find-certificate-record.server.ts";

type RecordProps = { record: CertificateRecord };

/** What was frozen when the certificate was issued, as people read it. */
export function WhatItSays({ record }: RecordProps) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { snapshot, slug, template } = record;
  const { achievement, recipient, minutes, grade, instructors, finishedAt, issuedAt, expiresAt } = snapshot;
  const place = achievement.kind === "course" ? `/courses/${slug}` : `/programmes/${slug}`;
  const facts = [
    { label: t("names.arabic"), value: recipient.arabic && <Name lang="ar" dir="rtl" name={recipient.arabic} /> },
    { label: t("names.latin"), value: recipient.latin && <Name lang="en" dir="ltr" name={recipient.latin} /> },
    {
      label: t(`achievement.${achievement.kind}`),
      value: (
        <Link to={place}>
          <LocalText value={pickTranslated(achievement.titles, locale)} />
        </Link>
      ),
    },
    { label: t("record.hours"), value: minutes === null ? null : formats.minutes(minutes) },
    { label: t("record.grade"), value: grade === null ? null : formats.percent(grade / 10_000) },
    {
      label: t("record.instructors"),
      value:
        instructors.length > 0 ? (
          <ul>
            {instructors.map((names) => {
              const name = pickTranslated(names, locale);
              return (
                <li key={name.text}>
                  <LocalText value={name} />
                </li>
              );
            })}
          </ul>
        ) : null,
    },
    { label: t("record.finished"), value: finishedAt && formats.moment(finishedAt) },
    { label: t("record.issued"), value: formats.moment(issuedAt) },
    { label: t("record.expires"), value: expiresAt ? formats.moment(expiresAt) : t("record.never") },
    { label: t("cause.label"), value: t(`cause.${record.cause}`) },
    {
      label: t("record.template"),
      value: (
        <Link to={`/admin/certificates/templates/${template.id}/versions/${template.number}`}>
          <bdi>{template.name}</bdi>, {t("record.version", { number: formats.number(template.number) })}
        </Link>
      ),
    },
  ];
  return (
    <SectionCard title={t("record.says")}>
      <FactList facts={facts} />
      <Titles titles={achievement.titles} />
    </SectionCard>
  );
}

const Name = ({ name, ...texts }: { name: string; lang: string; dir: "rtl" | "ltr" }) => (
  <bdi {...texts} className="font-read text-lg">
    {name}
  </bdi>
);

function Titles({ titles }: { titles: CertificateRecord["snapshot"]["achievement"]["titles"] }) {
  const { t } = useTranslation("certificate-admin");
  return (
    <Disclosure summary={t("record.titles")} className="mt-3">
      <ul className="grid gap-1">
        {Object.entries(titles).map(([locale, text]) =>
          isLocale(locale) ? (
            <li key={locale}>
              <LocalText value={{ text, locale }} />
            </li>
          ) : null,
        )}
      </ul>
    </Disclosure>
  );
}
