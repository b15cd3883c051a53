import { Parser } from "htmlparser2";

/** Elements that the text of a lesson is made of; none of them runs or fetches anything by itself. */
const HARMLESS = new Set(
  `a aside b bdi blockquote br caption cite code col colgroup dd details div dl dt em fieldset figcaption figure h2 h3
   h4 hr i img input label legend li noscript ol p picture pre q section small source span strong sub summary sup table tbody td
   tfoot th thead time tr ul
   circle clippath defs ellipse g line lineargradient marker path pattern polygon polyline radialgradient rect stop svg
   text tspan`.split(/\s+/),
);

const FETCHING = new Set([
  "src",
  "srcset",
  "poster",
  "background",
  "data",
  "action",
  "formaction",
  "ping",
  "xlink:href",
]);
const PAINTING = /^(fill|stroke|clip-path|filter|mask|marker.*|color|cursor)$/;
const isOwn = (address: string) => /^(\/(?!\/)|media\/)/.test(address) || /^https:\/\/example\.test\//.test(address);

function attributeDangers(tag: string, name: string, value: string): string[] {
  const said = `<${tag} ${name}=${JSON.stringify(value.slice(0, 80))}>`;
  if (/^on/i.test(name) || ["style", "srcdoc", "http-equiv", "nonce"].includes(name)) return [said];
  if (name === "srcset") return value.split(",").every((one) => isOwn(one.trim())) ? [] : [said];
  if (FETCHING.has(name)) return isOwn(value) ? [] : [said];
  if (name === "href" && !/^(https:\/\/|\/(?![/\\])|#)/.test(value)) return [said];
  if (PAINTING.test(name) && /url\s*\((?!#[\w.-]+\))/i.test(value)) return [said];
  return [];
}

/** What in some HTML could run or fetch anything, if a browser were given it. */
export function findDangers(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (!HARMLESS.has(name.toLowerCase())) found.push(`<${name}>`);
        for (const [key, value] of Object.entries(attributes)) found.push(...attributeDangers(name, key, value));
      },
      oncomment: (text) => void found.push(`<!--${text.slice(0, 40)}-->`),
      onprocessinginstruction: (text) => void found.push(text),
    },
    { recognizeSelfClosing: true },
  );
  parser.end(html);
  return found;
}

/** Every letter that a document holds outside its text, with its place: what its blocks say in attributes. */
export function attributesOf(value: unknown, path = ""): { path: string; value: string }[] {
  if (typeof value === "string") return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && path.endsWith("]")
      ? []
      : attributesOf(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
}

const ADDRESSES = /\.(href|src|url)$/;

/** Addresses of a document that lead where a lesson's may not, and attributes that pages would heed. */
export function addressDangers(document: unknown): string[] {
  return attributesOf(document).flatMap(({ path, value }) => {
    if (/\.(on\w+|style|srcdoc|__proto__|constructor)$/.test(path)) return [`${path}: ${value}`];
    if (!ADDRESSES.test(path)) return [];
    if (/^(lesson|course):[a-z0-9-]+$/.test(value) || /^media\/[a-z0-9][a-z0-9._-]*$/.test(value)) return [];
    const url = URL.canParse(value) ? new URL(value) : null;
    const isSafe =
      url?.protocol === "https:" && url.username === "" && url.password === "" && !/[\s<>"'`\\]/.test(value);
    return isSafe ? [] : [`${path}: ${value}`];
  });
}
