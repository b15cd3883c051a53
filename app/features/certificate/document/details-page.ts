import { formatDate, formatMinutes, formatPercent } from "#app/platform/i18n/format.ts";
import { directionOf, type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import {
  choiceOf,
  isolate,
  lineIn,
  listOf,
  type Piece,
  pieceOf,
  pieceOfTranslated,
} from "#app/platform/typeset/pieces.ts";
import { type CertificateSnapshot, freezeSnapshot } from "../certificate-snapshot.ts";
import { writeSerial } from "../serial.ts";
import { localesOf, type PageInput, plainAddress, verifyAddress } from "./certificate-page.ts";
import { documentWords } from "./document-words.ts";

const MOST_LINES = 4;

type Row = { label: string; values: Piece[] };

/** What the second page says: every fact in a table, in each language of the form, and how to use the credential. */
export function detailsPage({ snapshot, design, form }: PageInput, { wholeCode }: { wholeCode: boolean }) {
  return localesOf(form).map((locale) => {
    const word = documentWords(locale);
    const address = isolate(`${plainAddress(snapshot.issuer.url)}/verify`);
    return {
      lang: locale,
      dir: directionOf(locale),
      heading: word("details"),
      rows: [
        ...personRows(snapshot, locale),
        ...studyRows({ snapshot, design }, locale),
        ...proofRows(snapshot, locale),
      ],
      notes: [word("attached", { address }), ...(wholeCode ? [word("wholeCode")] : [])],
    };
  });
}

function personRows({ recipient, issuer }: CertificateSnapshot, locale: Locale): Row[] {
  const word = documentWords(locale);
  const { arabic, latin } = recipient;
  const both = arabic !== null && latin !== null;
  const row = (key: string, name: string | null, lang: string): Row[] =>
    name === null ? [] : [{ label: word(both ? key : "name"), values: [pieceOf(name, lang)] }];
  return [
    ...row("nameArabic", arabic, "ar"),
    ...row("nameLatin", latin, "en"),
    { label: word("issuer"), values: [pieceOfTranslated(issuer.names, locale), pieceOf(issuer.did, "en")] },
  ];
}

function studyRows({ snapshot, design }: Omit<PageInput, "form">, locale: Locale): Row[] {
  const word = documentWords(locale);
  const { achievement, minutes, grade, instructors } = snapshot;
  const many = (key: string, texts: Translated[]): Row[] => {
    if (texts.length === 0) return [];
    const pieces = texts.map((each) => pieceOfTranslated(each, locale));
    // A column of many would leave too little room for the letters.
    const joined = () =>
      listOf(
        pieces.map(({ text }) => text),
        locale,
      );
    return [{ label: word(key), values: pieces.length > MOST_LINES ? [lineIn(joined(), locale)] : pieces }];
  };
  const one = (key: string, text: string | false): Row[] =>
    text === false ? [] : [{ label: word(key), values: [lineIn(text, locale)] }];
  return [
    { label: word(achievement.kind), values: [pieceOfTranslated(achievement.titles, locale)] },
    ...many("courses", achievement.courses),
    ...many("instructors", design.shows.instructors ? instructors : []),
    ...one(
      "duration",
      design.shows.hours && minutes !== null && minutes > 0 && formatMinutes(minutes, choiceOf(locale)),
    ),
    ...one("grade", design.shows.grade && grade !== null && formatPercent(grade / 10_000, choiceOf(locale))),
  ];
}

function proofRows(snapshot: CertificateSnapshot, locale: Locale): Row[] {
  const word = documentWords(locale);
  const { finishedAt, issuedAt, expiresAt, supersedes } = snapshot;
  const dated = (key: string, date: string | null): Row[] =>
    date === null ? [] : [{ label: word(key), values: [lineIn(formatDate(date, choiceOf(locale, "both")), locale)] }];
  const code = (key: string, text: string): Row => ({ label: word(key), values: [pieceOf(text, "en")] });
  return [
    ...dated("finished", finishedAt),
    ...dated("issued", issuedAt),
    ...dated("expires", expiresAt),
    code("serial", writeSerial(snapshot.serial)),
    ...(supersedes === null ? [] : [code("replaces", writeSerial(supersedes))]),
    code("verify", plainAddress(verifyAddress(snapshot))),
    code("fingerprint", freezeSnapshot(snapshot).sha256),
  ];
}

/** The title of the document, as readers show it in the window's frame. */
export function documentTitle({ snapshot, design, form }: PageInput): string {
  const [locale = "ar"] = localesOf(form);
  return `${design.wording[locale].heading}: ${pickTranslated(snapshot.achievement.titles, locale).text}`;
}
