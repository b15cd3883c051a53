import { Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import type { Letter } from "./declare-mail.ts";

type Frame = {
  locale: Locale;
  academy: string;
  linkHint: string;
  footer: string;
  /** The academy's own; `href` is a full address, width and height are in pixels of the file. */
  logo?: { href: string; width: number; height: number };
  accent?: Accent;
};

/** The colour of links and buttons, and that of letters on it. */
type Accent = { colour: string; on: string };

// Mail programs know neither style sheets nor custom properties: the palette stands here in numbers.
const ink = "#22201b";
const quiet = "#5b5548";
const house: Accent = { colour: "#0f5d6c", on: "#ffffff" };
/** Pixels. */
const LOGO_HEIGHT = 40;
const fonts: Partial<Record<Locale, string>> = {
  ur: "'Noto Nastaliq Urdu','Jameel Noori Nastaleeq',Tahoma,serif",
};
const defaultFont = "'IBM Plex Sans Arabic','IBM Plex Sans','Segoe UI',Tahoma,Arial,sans-serif";

function LetterTable({ letter, locale, academy, linkHint, footer, logo, accent = house }: Frame & { letter: Letter }) {
  const dir = directionOf(locale);
  const align = dir === "rtl" ? "right" : "left";
  const text = { margin: "0 0 16px", fontSize: "16px", lineHeight: locale === "ur" ? "2.2" : "1.75", color: ink };
  const small = { ...text, fontSize: "13px", color: quiet };
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>{letter.subject}</title>
      </head>
      <body style={{ margin: 0, padding: 0, background: "#fbf8f1" }}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ background: "#fbf8f1" }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: "24px 12px" }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  dir={dir}
                  style={{ maxWidth: "560px", fontFamily: fonts[locale] ?? defaultFont, textAlign: align }}
                >
                  <tbody>
                    <tr>
                      <td style={{ padding: "0 8px 16px", fontSize: "20px", fontWeight: 700, color: accent.colour }}>
                        {logo ? <LetterLogo logo={logo} /> : null}
                        {academy}
                      </td>
                    </tr>
                    <tr>
                      <td
                        style={{ padding: "28px 28px 12px", background: "#ffffff", border: "1px solid #e3d9c6" }}
                        align={align}
                      >
                        {letter.paragraphs.map((paragraph) => (
                          <p key={paragraph} dir="auto" style={{ ...text, textAlign: align }}>
                            {paragraph}
                          </p>
                        ))}
                        {letter.quoted ? <Quoted text={letter.quoted} style={text} /> : null}
                        {letter.action ? (
                          <Action {...letter.action} hint={linkHint} small={small} accent={accent} />
                        ) : null}
                        {(letter.notes ?? []).map((note) => (
                          <p key={note} style={small}>
                            {note}
                          </p>
                        ))}
                      </td>
                    </tr>
                    <tr>
                      <td style={{ padding: "16px 8px", fontSize: "13px", lineHeight: "1.7", color: quiet }}>
                        {footer}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

/** The name stands beside it, so that nothing is lost where pictures are not shown. */
function LetterLogo({ logo }: { logo: NonNullable<Frame["logo"]> }) {
  const width = Math.round((logo.width / logo.height) * LOGO_HEIGHT);
  return (
    <>
      <img
        src={logo.href}
        width={width}
        height={LOGO_HEIGHT}
        alt=""
        style={{ border: 0, verticalAlign: "middle" }}
      />{" "}
    </>
  );
}

/** Each of its paragraphs has the direction of its own first letter, whatever language the letter is in. */
function Quoted({ text, style }: { text: string; style: React.CSSProperties }) {
  const frame = { margin: "0 0 20px", padding: "4px 16px", background: "#fbf8f1", border: "1px solid #e3d9c6" };
  return (
    <div style={frame}>
      {[...text.matchAll(/.+(?:\n.+)*/g)].map((paragraph) => (
        <p key={paragraph.index} dir="auto" style={{ ...style, margin: "12px 0", textAlign: "start" }}>
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

function Action({
  label,
  href,
  hint,
  small,
  accent,
}: {
  label: string;
  href: string;
  hint: string;
  small: React.CSSProperties;
  accent: Accent;
}) {
  const button = {
    display: "inline-block",
    padding: "12px 24px",
    background: accent.colour,
    color: accent.on,
    fontSize: "16px",
    fontWeight: 600,
    textDecoration: "none",
    borderRadius: "6px",
  };
  return (
    <>
      <p style={{ margin: "0 0 20px" }}>
        <a href={href} style={button}>
          {label}
        </a>
      </p>
      <p style={small}>
        {hint}
        <br />
        <a href={href} dir="ltr" style={{ color: accent.colour, wordBreak: "break-all" }}>
          {href}
        </a>
      </p>
    </>
  );
}

/** A letter as HTML for mail programs (tables, styles in place) and as the same words in plain text. */
export function renderLetter(letter: Letter, frame: Frame): { subject: string; html: string; text: string } {
  const html = `<!doctype html>${renderToStaticMarkup(<LetterTable letter={letter} {...frame} />)}`;
  const action = letter.action ? [`${letter.action.label}:\n${letter.action.href}`] : [];
  const said = letter.quoted ? [letter.quoted] : [];
  const text = [
    ...letter.paragraphs,
    ...said,
    ...action,
    ...(letter.notes ?? []),
    `-- \n${frame.academy}\n${frame.footer}`,
  ];
  return { subject: letter.subject, html, text: `${text.join("\n\n")}\n` };
}
