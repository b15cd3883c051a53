import { defaultLocale, type Locale, locales, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { writeSerial } from "../serial.ts";
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from "../verification/pinned-contexts.ts";
import { placeInList } from "../verification/status-list-places.ts";
import { composeCriteria } from "./compose-criteria.ts";
import { credentialWords } from "./credential-words.ts";

/**
 * What a snapshot says as an Open Badges 3.0 credential, before it is signed:
 * every term stands in one of its two contexts. What has no term there (instructors, a programme’s courses) is said in
 * the words of the criteria.
 */
export function composeCredential({ snapshot, statusPlace }: { snapshot: CertificateSnapshot; statusPlace: number }) {
  const { issuer, achievement, issuedAt, expiresAt } = snapshot;
  const { text: title, locale } = pickTranslated(achievement.titles, defaultLocale);
  const results = composeResults(snapshot, locale);
  return {
    "@context": [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
    id: `${issuer.url}/certificates/${writeSerial(snapshot.serial)}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: title,
    issuer: { id: issuer.did, type: ["Profile"], name: pickTranslated(issuer.names, locale).text, url: issuer.url },
    validFrom: issuedAt,
    ...(expiresAt === null ? {} : { validUntil: expiresAt }),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: composeNames(snapshot.recipient),
      achievement: {
        id: `urn:uuid:${achievement.id}`,
        type: ["Achievement"],
        achievementType: achievement.kind === "course" ? "CertificateOfCompletion" : "Diploma",
        inLanguage: locale,
        name: title,
        description: describe(achievement, locale),
        criteria: { id: achievementPage(snapshot), narrative: composeCriteria(snapshot, locale) },
        ...(results.length === 0 ? {} : { resultDescription: results.map(({ description }) => description) }),
        ...composeEditions(achievement, locale),
      },
      ...(results.length === 0 ? {} : { result: results.map(({ result }) => result) }),
    },
    credentialStatus: composeStatus({ url: issuer.url, statusPlace }),
  };
}

function achievementPage({ issuer, achievement: { kind, slug } }: CertificateSnapshot): string {
  return `${issuer.url}/${kind === "course" ? "courses" : "programmes"}/${slug}`;
}

/** Her names are the only identifiers: a credential names no address that could be written to or traced. */
function composeNames({ arabic, latin }: CertificateSnapshot["recipient"]) {
  const names = [arabic, latin].filter((name) => name !== null);
  return names.map((identityHash) => ({
    type: "IdentityObject",
    hashed: false,
    identityHash,
    identityType: "name",
  }));
}

function describe({ titles, summaries }: CertificateSnapshot["achievement"], locale: Locale): string {
  return summaries[locale] || (titles[locale] ?? pickTranslated(titles, locale).text);
}

/** The same achievement in the other languages, as what Open Badges calls an alternate language edition. */
function composeEditions(achievement: CertificateSnapshot["achievement"], main: Locale) {
  const others = locales.filter((locale) => locale !== main && achievement.titles[locale] !== undefined);
  if (others.length === 0) return {};
  const related = others.map((locale) => ({
    id: `urn:uuid:${achievement.id}#${locale}`,
    type: ["Related"],
    inLanguage: locale,
    name: achievement.titles[locale],
    description: describe(achievement, locale),
  }));
  return { related };
}

/**
 * The grade in per cent, and the length of study. Open Badges' `creditsEarned` means academic credit, which an hour of
 * study is not; so that the minutes are a result of a type of their own.
 */
function composeResults({ achievement, grade, minutes }: CertificateSnapshot, locale: Locale) {
  const words = credentialWords[locale];
  const about = (part: string, name: string) => ({
    id: `urn:uuid:${achievement.id}#${part}`,
    type: ["ResultDescription"],
    name,
  });
  const graded = {
    description: { ...about("grade", words.grade), resultType: "Percent", valueMin: "0", valueMax: "100" },
    value: String((grade ?? 0) / 100),
  };
  const timed = {
    description: { ...about("minutes", words.minutes), resultType: "ext:StudyMinutes" },
    value: String(minutes),
  };
  const said = [...(grade === null ? [] : [graded]), ...(minutes ? [timed] : [])];
  return said.map(({ description, value }) => ({
    description,
    result: { type: ["Result"], resultDescription: description.id, value },
  }));
}

function composeStatus({ url, statusPlace }: { url: string; statusPlace: number }) {
  const { list, index } = placeInList(statusPlace);
  const address = `${url}/credentials/status/${list}`;
  return {
    id: `${address}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: String(index),
    statusListCredential: address,
  };
}
