import { type Guard, isList, isMatch, isObject, isSame, isText } from "./guards.ts";
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from "./pinned-contexts.ts";

const isAddress = isMatch(/^https?:\/\/[^\s"<>\\^`{|}]{1,2000}$/);
const isDid = isMatch(/^did:web:[A-Za-z0-9.%-]{1,255}$/);
const isTime = isMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/);
const isUrn = isMatch(/^urn:uuid:[0-9a-f-]{36}(#[a-z]{1,20})?$/);
const isNumber = isMatch(/^\d{1,6}(\.\d{1,2})?$/);

const proof = isObject({
  type: isSame("DataIntegrityProof"),
  cryptosuite: isSame("eddsa-rdfc-2022"),
  created: isTime,
  verificationMethod: isMatch(/^did:web:[A-Za-z0-9.%-]{1,255}#z[1-9A-HJ-NP-Za-km-z]{40,60}$/),
  proofPurpose: isSame("assertionMethod"),
  proofValue: isMatch(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
});

const achievementType: Guard<"CertificateOfCompletion" | "Diploma"> = (value) =>
  value === "CertificateOfCompletion" || value === "Diploma";

const achievement = isObject(
  {
    id: isUrn,
    type: isSame(["Achievement"]),
    achievementType,
    inLanguage: isMatch(/^[a-z]{2,3}$/),
    name: isText,
    description: isText,
    criteria: isObject({ id: isAddress, narrative: isText }),
  },
  {
    resultDescription: isList(
      isObject(
        { id: isUrn, type: isSame(["ResultDescription"]), name: isText, resultType: isText },
        { valueMin: isNumber, valueMax: isNumber },
      ),
    ),
    related: isList(
      isObject({
        id: isUrn,
        type: isSame(["Related"]),
        inLanguage: isMatch(/^[a-z]{2,3}$/),
        name: isText,
        description: isText,
      }),
    ),
  },
);

const identifier = isObject({
  type: isSame("IdentityObject"),
  hashed: isSame(false),
  identityHash: isText,
  identityType: isSame("name"),
});

const subject = isObject(
  { type: isSame(["AchievementSubject"]), identifier: isList(identifier, { most: 2 }), achievement },
  { result: isList(isObject({ type: isSame(["Result"]), resultDescription: isUrn, value: isNumber })) },
);

const status = isObject({
  id: isAddress,
  type: isSame("BitstringStatusListEntry"),
  statusPurpose: isSame("revocation"),
  statusListIndex: isMatch(/^\d{1,6}$/),
  statusListCredential: isAddress,
});

const said = {
  "@context": isSame([CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT]),
  id: isMatch(/^https?:\/\/[^\s/]{1,300}\/certificates\/[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}$/),
  type: isSame(["VerifiableCredential", "OpenBadgeCredential"]),
  name: isText,
  issuer: isObject({ id: isDid, type: isSame(["Profile"]), name: isText, url: isAddress }),
  validFrom: isTime,
  credentialSubject: subject,
  credentialStatus: status,
};
const until = { validUntil: isTime };
const seconds: Guard<number> = (value): value is number => Number.isSafeInteger(value);

/**
 * Exactly the form in which the academy issues: nothing beside it, nothing in another kind of value, no list that is
 * empty. So a program that reads the JSON without its meaning reads what was signed, too.
 */
export const isIssuedCredential = isObject({ ...said, proof }, until);

/** The payload of the same as a JWT. */
export const isIssuedPayload = isObject(
  { ...said, iss: isDid, jti: isAddress, nbf: seconds },
  { ...until, exp: seconds },
);

/** A list of what was revoked, as the academy signs it. */
export const isIssuedStatusList = isObject({
  "@context": isSame([CREDENTIALS_CONTEXT]),
  id: isAddress,
  type: isSame(["VerifiableCredential", "BitstringStatusListCredential"]),
  issuer: isDid,
  validFrom: isTime,
  credentialSubject: isObject({
    id: isAddress,
    type: isSame("BitstringStatusList"),
    statusPurpose: isSame("revocation"),
    encodedList: isMatch(/^u[A-Za-z0-9_-]{1,200000}$/),
  }),
  proof,
});

/** What both of the forms say of somebody. */
const isSaid = isObject(said, until);
export type SaidCredential = typeof isSaid extends Guard<infer T> ? T : never;
