import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Img } from "@react-email/img";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { type CSSProperties, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import type { Letter } from "./declare-mail.ts";

export type Frame = {
  locale: Locale;
  academy: string;
  linkHint: string;
  footer: string;
  /** The academy's own; `href` is a full address, width and height are in pixels of the file. */
  logo?: { href: string; width: number; height: number };
  accent?: Accent;
  /** Where one has no more mail of this kind. */
  unsubscribe?: { href: string; label: string };
};

/** The colour of links and buttons, and that of letters on it. */
type Accent = { colour: string; on: string };

// Mail programs know neither style sheets nor custom properties: the palette stands here in numbers.
const ink = "#22201b";
const quiet = "#5b5548";
const house: Accent = { colour: "#0f5d6c", on: "#ffffff" };
/** Pixels. */
const LOGO_HEIGHT = 40;
const paper = "#fbf8f1";
const line = "#e3d9c6";
const fonts: Partial<Record<Locale, string>> = {
  ur: "'Noto Nastaliq Urdu','Jameel Noori Nastaleeq',Tahoma,serif",
};
const defaultFont = "'IBM Plex Sans Arabic','IBM Plex Sans','Segoe UI',Tahoma,Arial,sans-serif";

// For programs that follow the reader's dark screen; the others show the light letter, or turn its colours by themselves.
const darkStyle = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background-color:#171612!important}
.sheet,.quoted{background-color:#211f1a!important;border-color:#3a362d!important}
.ink{color:#efe9db!important}
.quiet{color:#b9b09c!important}
.link{color:#7fc4d1!important}
}`;

/** Outlook heeds `align` and `dir` where it does not heed styles; Gmail drops `dir` from <html>, so tables have it. */
function sidesOf(locale: Locale) {
  const dir = directionOf(locale);
  const align = dir === "rtl" ? ("right" as const) : ("left" as const);
  return { dir, align };
}

function textStyle(locale: Locale): CSSProperties {
  const { align } = sidesOf(locale);
  const lineHeight = locale === "ur" ? "2.2" : "1.75";
  return { margin: "0 0 16px", fontSize: "16px", lineHeight, color: ink, textAlign: align };
}

function LetterDocument({ letter, ...frame }: Frame & { letter: Letter }) {
  const { locale, academy, accent = house } = frame;
  const { dir, align } = sidesOf(locale);
  const wide = { maxWidth: "560px", fontFamily: fonts[locale] ?? defaultFont, textAlign: align };
  return (
    <Html lang={locale} dir={dir}>
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{darkStyle}</style>
      </Head>
      <Body className="paper" style={{ backgroundColor: paper, margin: 0, padding: "24px 12px" }}>
        <Preview>{letter.paragraphs[0] ?? letter.subject}</Preview>
        <Container dir={dir} style={wide}>
          <Section dir={dir} style={{ padding: "0 8px 16px" }}>
            <AcademyName academy={academy} logo={frame.logo} accent={accent} align={align} />
          </Section>
          <Sheet locale={locale}>
            <Said letter={letter} frame={frame} />
          </Sheet>
          <Section dir={dir} style={{ padding: "16px 8px" }}>
            <Foot {...frame} />
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** Its padding is that of a cell: Outlook knows no other. */
function Sheet({ locale, children }: Pick<Frame, "locale"> & { children: ReactNode }) {
  const { dir, align } = sidesOf(locale);
  const style = { padding: "28px 28px 12px", backgroundColor: "#ffffff", border: `1px solid ${line}` };
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} dir={dir}>
      <tbody>
        <tr>
          <td className="sheet" align={align} style={style}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

type NameProps = Pick<Frame, "academy" | "logo"> & { accent: Accent; align: "left" | "right" };

function AcademyName({ academy, logo, accent, align }: NameProps) {
  const { colour: color } = accent;
  const style = { margin: 0, fontSize: "20px", lineHeight: "1.4", fontWeight: 700, color, textAlign: align };
  return (
    <Text className="link" style={style}>
      {logo ? <Logo logo={logo} /> : null}
      <bdi>{academy}</bdi>
    </Text>
  );
}

/** The name stands beside it, so that nothing is lost where pictures are not shown. */
function Logo({ logo }: { logo: NonNullable<Frame["logo"]> }) {
  const width = Math.round((logo.width / logo.height) * LOGO_HEIGHT);
  const style = { display: "inline-block", verticalAlign: "middle" };
  return (
    <>
      <Img src={logo.href} width={width} height={LOGO_HEIGHT} alt="" style={style} />{" "}
    </>
  );
}

function Said({ letter, frame }: { letter: Letter; frame: Frame }) {
  const { locale, linkHint, accent = house } = frame;
  const text = textStyle(locale);
  const small = { ...text, fontSize: "13px", color: quiet };
  return (
    <>
      {letter.paragraphs.map((paragraph) => (
        <Text key={paragraph} dir="auto" className="ink" style={text}>
          {paragraph}
        </Text>
      ))}
      {letter.quoted ? <Quoted text={letter.quoted} style={text} /> : null}
      {(letter.items ?? []).map((item) => (
        <Item key={`${item.title} ${item.href}`} item={item} text={text} accent={accent} />
      ))}
      {letter.items ? <Hr style={{ borderColor: line, margin: "4px 0 20px" }} /> : null}
      {letter.action ? <Action {...letter.action} hint={linkHint} small={small} accent={accent} /> : null}
      {(letter.notes ?? []).map((note) => (
        <Text key={note} dir="auto" className="quiet" style={small}>
          {note}
        </Text>
      ))}
    </>
  );
}

function Foot({ locale, footer, unsubscribe }: Frame) {
  const { align } = sidesOf(locale);
  const style = { margin: "0 0 8px", fontSize: "13px", lineHeight: "1.7", color: quiet, textAlign: align };
  return (
    <>
      <Text className="quiet" style={style}>
        {footer}
      </Text>
      {unsubscribe ? (
        <Text className="quiet" style={style}>
          <Link href={unsubscribe.href} className="quiet" style={{ color: quiet, textDecoration: "underline" }}>
            {unsubscribe.label}
          </Link>
        </Text>
      ) : null}
    </>
  );
}

type ItemProps = { item: NonNullable<Letter["items"]>[number]; text: CSSProperties; accent: Accent };

function Item({ item, text, accent }: ItemProps) {
  return (
    <Text dir="auto" className="ink" style={text}>
      {item.href ? (
        <Link href={item.href} className="link" style={{ color: accent.colour, fontWeight: 600 }}>
          {item.title}
        </Link>
      ) : (
        <strong>{item.title}</strong>
      )}
      {item.text ? (
        <>
          <br />
          {item.text}
        </>
      ) : null}
    </Text>
  );
}

/** Each of its paragraphs has the direction of its own first letter, whatever language the letter is in. */
function Quoted({ text, style }: { text: string; style: CSSProperties }) {
  const frame = { margin: "0 0 20px", padding: "4px 16px", background: paper, border: `1px solid ${line}` };
  return (
    <div className="quoted" style={frame}>
      {[...text.matchAll(/.+(?:\n.+)*/g)].map((paragraph) => (
        <p key={paragraph.index} dir="auto" className="ink" style={{ ...style, margin: "12px 0", textAlign: "start" }}>
          {[...paragraph[0].matchAll(/.+/g)].map((line) => (
            // Mail programs do not keep line ends by themselves.
            <Fragment key={line.index}>
              {line.index > 0 ? <br /> : null}
              {line[0]}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

type ActionProps = { label: string; href: string; hint: string; small: CSSProperties; accent: Accent };

function Action({ label, href, hint, small, accent }: ActionProps) {
  const button = {
    padding: "12px 24px",
    backgroundColor: accent.colour,
    color: accent.on,
    fontSize: "16px",
    fontWeight: 600,
    textDecoration: "none",
    borderRadius: "6px",
  };
  return (
    <>
      <p style={{ margin: "0 0 20px" }}>
        <Button href={href} style={button}>
          {label}
        </Button>
      </p>
      <Text className="quiet" style={small}>
        {hint}
        <br />
        <Link href={href} dir="ltr" className="link" style={{ color: accent.colour, wordBreak: "break-all" }}>
          {href}
        </Link>
      </Text>
    </>
  );
}

function plainText(letter: Letter, { academy, footer, unsubscribe }: Frame): string {
  const items = (letter.items ?? []).map(({ title, text, href }) => [title, text, href].filter(Boolean).join("\n"));
  const action = letter.action ? [`${letter.action.label}:\n${letter.action.href}`] : [];
  const said = letter.quoted ? [letter.quoted] : [];
  const foot = [`-- \n${academy}\n${footer}`, ...(unsubscribe ? [`${unsubscribe.label}:\n${unsubscribe.href}`] : [])];
  return `${[...letter.paragraphs, ...said, ...items, ...action, ...(letter.notes ?? []), ...foot].join("\n\n")}\n`;
}

/** A letter as HTML for mail programs (tables, styles in place) and as the same words in plain text. */
export function renderLetter(letter: Letter, frame: Frame): { subject: string; html: string; text: string } {
  const html = `<!doctype html>${renderToStaticMarkup(<LetterDocument letter={letter} {...frame} />)}`;
  return { subject: letter.subject, html, text: plainText(letter, frame) };
}
