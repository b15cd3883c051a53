import { formatDate, formatMinutes, formatPercent } from "#app/platform/i18n/format.ts";
import { directionOf, type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { choiceOf, lineIn, listOf, type Piece, pieceOf, pieceOfTranslated } from "#app/platform/typeset/pieces.ts";
import { type CertificateForm, certificateForms } from "../certificate-forms.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { writeSerial } from "../serial.ts";
import type { TemplateDesign } from "../templates/template-design.ts";
import { documentWords } from "./document-words.ts";

/** The languages that stand on a page, in reading order. */
export function localesOf(form: CertificateForm): Locale[] {
  return form === "ar-en" ? ["ar", "en"] : [form];
}

const ARABIC_LETTER = /\p{Script=Arabic}/u;

/** The name for a page in `locale`: in its script where she has one, else the one that she has. */
export function recipientFor({ arabic, latin }: CertificateSnapshot["recipient"], locale: Locale): Piece {
  const wanted = directionOf(locale) === "rtl" ? (arabic ?? latin) : (latin ?? arabic);
  // A word joiner keeps names such as al-Ansari on one line.
  const name = (wanted ?? "").replace(/-/g, "-\u2060");
  const ownScript = ARABIC_LETTER.test(name) === (directionOf(locale) === "rtl");
  return pieceOf(name, ownScript ? locale : ARABIC_LETTER.test(name) ? "ar" : "en");
}

export type PageInput = { snapshot: CertificateSnapshot; design: TemplateDesign; form: CertificateForm };

/** What the page says in one language. */
function columnOf({ snapshot, design }: PageInput, locale: Locale) {
  const wording = design.wording[locale];
  const { achievement, instructors } = snapshot;
  const word = documentWords(locale);
  const line = (text: string) => lineIn(text, locale);
  const names = instructors.map((each) => pickTranslated(each, locale).text);
  return {
    lang: locale,
    dir: directionOf(locale),
    academy: pieceOfTranslated(snapshot.issuer.names, locale),
    heading: line(wording.heading),
    introduction: line(wording.introduction),
    name: recipientFor(snapshot.recipient, locale),
    statement: line(achievement.kind === "course" ? wording.courseStatement : wording.programmeStatement),
    title: pieceOfTranslated(achievement.titles, locale),
    courses: achievement.courses.map((titles) => pieceOfTranslated(titles, locale)),
    instructors:
      design.shows.instructors && names.length > 0
        ? { label: word("instructorsLine"), value: line(listOf(names, locale)) }
        : null,
    facts: factsOf({ snapshot, design }, locale),
    closing: line(wording.closing),
  };
}

/** Short facts with their labels, in a row under the title. */
function factsOf({ snapshot, design }: Omit<PageInput, "form">, locale: Locale) {
  const word = documentWords(locale);
  const { minutes, grade, issuedAt, expiresAt } = snapshot;
  const dated = (date: string) => [
    formatDate(date, choiceOf(locale)),
    ...(design.shows.hijri ? [formatDate(date, choiceOf(locale, "hijri"))] : []),
  ];
  const facts: { label: string; values: string[] }[] = [];
  if (design.shows.hours && minutes) {
    facts.push({ label: word("duration"), values: [formatMinutes(minutes, choiceOf(locale))] });
  }
  if (design.shows.grade && grade !== null) {
    facts.push({ label: word("grade"), values: [formatPercent(grade / 10_000, choiceOf(locale))] });
  }
  facts.push({ label: word("issued"), values: dated(issuedAt) });
  if (expiresAt) facts.push({ label: word("expires"), values: dated(expiresAt) });
  return facts;
}

/** A text in each language of a page, once where two would say it in the same words. */
function piecesIn(texts: Translated, locales: Locale[]): Piece[] {
  const pieces = locales.map((locale) => pieceOfTranslated(texts, locale)).filter(({ text }) => text !== "");
  return [...new Map(pieces.map((piece) => [piece.text, piece])).values()];
}

function signatoriesOf({ design, form }: PageInput) {
  return design.signatories.map(({ names, offices, signature }) => ({
    names: piecesIn(names, localesOf(form)),
    offices: piecesIn(offices, localesOf(form)),
    signature,
    signatureOf: localesOf(form).map((locale) =>
      documentWords(locale)("signature", { name: pickTranslated(names, locale).text }),
    )[0],
  }));
}

/** Where a certificate is verified; the address is that of the time when it was issued. */
export function verifyAddress({ issuer, serial }: CertificateSnapshot): string {
  return `${issuer.url.replace(/\/+$/, "")}/certificates/${writeSerial(serial)}`;
}

/** An address as people read and type it. */
export function plainAddress(address: string): string {
  return address.replace(/^https?:\/\//, "");
}

/** Everything that the first page says, in the order in which it is read. */
export function certificatePage(input: PageInput) {
  const { snapshot, design, form } = input;
  if (!certificateForms.includes(form)) throw new Error(`There is no form ${form}`);
  const [locale = "ar"] = localesOf(form);
  const columns = localesOf(form).map((each) => columnOf(input, each));
  const academy = pickTranslated(snapshot.issuer.names, locale).text;
  return {
    look: design.look,
    colour: design.colour,
    logo: design.logo,
    seal: design.seal,
    columns,
    signatories: signatoriesOf(input),
    serial: writeSerial(snapshot.serial),
    address: plainAddress(verifyAddress(snapshot)),
    verify: localesOf(form).map((each) => documentWords(each)("verify")),
    words: {
      verifyCode: documentWords(locale)("verifyCode"),
      credentialCode: documentWords(locale)("credentialCode"),
      logo: documentWords(locale)("logo", { academy }),
      seal: documentWords(locale)("seal", { academy }),
    },
  };
}
