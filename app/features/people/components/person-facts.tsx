import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { isLocale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { PersonPage } from "../find-person.server.ts";
import { FactRow, Facts, Rows } from "./fact-rows.tsx";

/** Who somebody is, as she said it of herself. */
export function PersonProfile({ page: { person, teaching } }: { page: PersonPage }) {
  const { t } = useTranslation("people");
  const { moment } = useFormats();
  const { locale } = person;
  return (
    <SectionCard title={t("profile.title")}>
      {person.mergedInto ? (
        <Notice kind="warning" title={t("profile.mergedInto")}>
          <PersonLink person={person.mergedInto} />
        </Notice>
      ) : null}
      <Facts
        facts={[
          { label: t("profile.email"), value: <bdi dir="ltr">{person.email}</bdi> },
          { label: t("profile.fullNameArabic"), value: person.fullNameArabic && <bdi>{person.fullNameArabic}</bdi> },
          { label: t("profile.fullNameLatin"), value: person.fullNameLatin && <bdi>{person.fullNameLatin}</bdi> },
          { label: t("profile.country"), value: person.countryName },
          { label: t("profile.timeZone"), value: person.timeZone && <bdi dir="ltr">{person.timeZone}</bdi> },
          {
            label: t("profile.language"),
            value: isLocale(locale) ? <bdi lang={locale}>{localeNames[locale]}</bdi> : null,
          },
          { label: t("profile.joined"), value: moment(person.createdAt) },
          { label: t("profile.suspended"), value: person.suspendedAt && moment(person.suspendedAt) },
          {
            label: t("profile.publicFace"),
            value: teaching && <Link to={`/instructors/${teaching.handle}`}>{teaching.handle}</Link>,
          },
        ]}
      />
      {person.mergedAccounts.length > 0 ? (
        <div className="mt-4">
          <h3 className="font-semibold text-sm">{t("profile.mergedAccounts")}</h3>
          <Rows none="">
            {person.mergedAccounts.map((merged) => (
              <FactRow key={merged.id}>
                <PersonLink person={merged} />
              </FactRow>
            ))}
          </Rows>
        </div>
      ) : null}
    </SectionCard>
  );
}

function PersonLink({ person: { id, name, email } }: { person: { id: string; name: string; email: string } }) {
  return (
    <Link to={`/admin/people/${id}`}>
      <bdi>{name}</bdi> <bdi dir="ltr">({email})</bdi>
    </Link>
  );
}

/** By what somebody signs in, and where she is signed in now. */
export function PersonSignIns({ page: { signIn } }: { page: PersonPage }) {
  const { t } = useTranslation("people");
  const { moment, number } = useFormats();
  const yesNo = (is: boolean) => t(is ? "yes" : "no");
  return (
    <SectionCard title={t("signIns.title")}>
      <Facts
        facts={[
          { label: t("signIns.password"), value: yesNo(signIn.password) },
          { label: t("signIns.twoFactor"), value: yesNo(signIn.twoFactor) },
          { label: t("signIns.passkeys"), value: number(signIn.passkeys) },
        ]}
      />
      <h3 className="mt-4 font-semibold text-sm">{t("signIns.devices")}</h3>
      <Rows none={t("signIns.none")}>
        {signIn.sessions.map(({ id, browser, system, createdAt }) => (
          <FactRow key={id} aside={moment(createdAt)}>
            <bdi dir="ltr">{[browser, system].filter(Boolean).join(" · ") || t("signIns.unknown")}</bdi>
          </FactRow>
        ))}
      </Rows>
    </SectionCard>
  );
}

/** Where somebody teaches. */
export function PersonTeaching({ page: { teaching } }: { page: PersonPage }) {
  const { t } = useTranslation("people");
  if (!teaching) return null;
  return (
    <SectionCard title={t("teaching.title")}>
      <Rows none={t("teaching.none")}>
        {teaching.courses.map(({ slug, title, role }) => (
          <FactRow key={slug} aside={t(`teaching.roles.${role}`)}>
            <Link to={`/teach/${slug}/instructors`}>
              <LocalText value={title} />
            </Link>
          </FactRow>
        ))}
      </Rows>
    </SectionCard>
  );
}
