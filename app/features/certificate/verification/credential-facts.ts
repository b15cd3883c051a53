import type { SaidCredential } from "./credential-form.ts";
import { LIST_PLACES } from "./status-list-places.ts";

/** What a credential says, for people to read. None of it is proven by being here: see `verifyCredential`. */
export type CredentialFacts = {
  /** The certificate's own page. */
  address: string;
  /** In four groups. */
  serial: string;
  issuer: { did: string; name: string; url: string };
  /** One or two, as they were written for the certificate: first the Arabic one. */
  names: string[];
  kind: "course" | "programme";
  /** By language; `language` is the one in which the description and criteria are. */
  titles: Record<string, string>;
  language: string;
  title: string;
  description: string;
  criteria: string;
  /** The public page of the course or programme. */
  achievementAddress: string;
  /** Hundredths of a percent; null where no grade is said. */
  grade: number | null;
  /** Null where no length is said. */
  minutes: number | null;
  validFrom: Date;
  validUntil: Date | null;
  /** Where its place in a status list is told, and which place that is. */
  statusList: { address: string; index: number };
};

/** Takes the facts out of a credential that has the form. Undefined where they contradict each other. */
export function readFacts(said: SaidCredential): CredentialFacts | undefined {
  const { issuer, credentialSubject: subject, credentialStatus: status } = said;
  const { achievement } = subject;
  const validUntil = said.validUntil === undefined ? null : new Date(said.validUntil);
  const index = Number(status.statusListIndex);
  const grade = readResult(subject, "grade");
  const facts: CredentialFacts = {
    address: said.id,
    serial: said.id.slice(-19),
    issuer: { did: issuer.id, name: issuer.name, url: issuer.url },
    names: subject.identifier.map(({ identityHash }) => identityHash),
    kind: achievement.achievementType === "Diploma" ? "programme" : "course",
    titles: Object.fromEntries([
      [achievement.inLanguage, achievement.name],
      ...(achievement.related ?? []).map(({ inLanguage, name }) => [inLanguage, name]),
    ]),
    language: achievement.inLanguage,
    title: achievement.name,
    description: achievement.description,
    criteria: achievement.criteria.narrative,
    achievementAddress: achievement.criteria.id,
    grade: grade === null ? null : Math.round(grade * 100),
    minutes: readResult(subject, "minutes"),
    validFrom: new Date(said.validFrom),
    validUntil,
    statusList: { address: status.statusListCredential, index },
  };
  const times = [facts.validFrom, ...(validUntil ? [validUntil] : [])];
  const consistent =
    said.name === achievement.name &&
    said.id === `${issuer.url}/certificates/${facts.serial}` &&
    index < LIST_PLACES &&
    status.id === `${status.statusListCredential}#${index}` &&
    times.every((time) => !Number.isNaN(time.getTime()));
  return consistent ? facts : undefined;
}

function readResult({ achievement, result = [] }: SaidCredential["credentialSubject"], part: string): number | null {
  const found = result.find(({ resultDescription }) => resultDescription === `${achievement.id}#${part}`);
  return found ? Number(found.value) : null;
}
