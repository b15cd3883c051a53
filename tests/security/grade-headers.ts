/** An answer as it went over the wire, and where it was asked for. */
export type Graded = { status: number; headers: Headers; bytes: number; path: string; signedIn: boolean };

/** What may be read by pages of other sites, since it is meant to be: certificates' proofs, and the logo in mails. */
const OPEN_TO_OTHERS =
  /^\/(\.well-known\/did\.json|credentials\/status\/|certificates\/[^/]+\/credential\.|resources\/logo\/)/;

/** Pictures, fonts and documents of the academy itself: nobody sent them. */
const DRAWN_HERE =
  /^\/(assets\/|icons\/|(\w\w\/)?(courses\/[^/]+\/picture\.png|certificates\/[^/]+\.pdf)|resources\/certificate-preview|(\w\w\/)?(account|admin)\/orders\/)/;

/** A page that shows the same to everybody, whoever is signed in. */
const SAME_FOR_ALL = /^\/resources\/embeds/;

/** Devices of a visitor that no page may ask for. */
const DENIED = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"];

const YEAR_SECONDS = 31_536_000;

function readPolicy(text: string): Map<string, string[]> {
  const directives = text.split(";").map((directive) => directive.trim().split(/\s+/));
  return new Map(directives.map(([name = "", ...values]) => [name, values]));
}

/** What in a policy could let something foreign run, load or show the page. */
function gradePolicy(text: string): string[] {
  const policy = readPolicy(text);
  const usual = policy.get("default-src");
  const none = (values: string[] | undefined) => values?.join() === "'none'";
  const scripts = policy.get("script-src") ?? usual;
  const quiet = none(scripts);
  const loose = [...policy].flatMap(([name, values]) =>
    values
      .filter(
        (value) => value.startsWith("'unsafe") || /^(\*|https?:|wss?:)$/.test(value) || value.startsWith("http://"),
      )
      // Drawings and letters bring their looks along, and nothing else of them works.
      .filter((value) => !(name === "style-src" && value === "'unsafe-inline'" && quiet && none(usual)))
      .map((value) => `the policy allows ${name} ${value}`),
  );
  return [
    ...loose,
    usual ? "" : "the policy has no default-src",
    scripts?.some((value) => value === "data:" || value === "blob:") ? "the policy allows scripts made of data" : "",
    none(policy.get("object-src") ?? usual) ? "" : "the policy allows plugins",
    none(policy.get("base-uri")) ? "" : "the policy allows another base",
    /^'(none|self)'$/.test(policy.get("frame-ancestors")?.join() ?? "") ? "" : "any site may frame it",
  ];
}

/** What every answer carries, whatever is in it. */
function gradeAll({ headers, path }: Graded): string[] {
  const [, age = "0"] = /max-age=(\d+)/.exec(headers.get("Strict-Transport-Security") ?? "") ?? [];
  const lasting =
    Number(age) >= YEAR_SECONDS && headers.get("Strict-Transport-Security")?.includes("includeSubDomains");
  const resource = headers.get("Cross-Origin-Resource-Policy");
  const open = OPEN_TO_OTHERS.test(path);
  const cors = headers.get("Access-Control-Allow-Origin");
  return [
    lasting ? "" : "browsers are not told to come by https alone",
    headers.get("X-Content-Type-Options") === "nosniff" ? "" : "browsers may guess its type",
    resource === "same-origin" || (open && resource === "cross-origin") ? "" : `other sites may load it (${resource})`,
    cors === null || (open && cors === "*") ? "" : `programs of other sites may read it (${cors})`,
    headers.has("X-Powered-By") || headers.has("Server") ? "it says what it runs on" : "",
    ...gradePolicy(headers.get("Content-Security-Policy") ?? ""),
  ];
}

/** What a page carries besides. */
function gradeDocument({ headers }: Graded): string[] {
  const permissions = headers.get("Permissions-Policy") ?? "";
  return [
    headers.get("Cross-Origin-Opener-Policy") === "same-origin" ? "" : "a page that opened it may reach into it",
    /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
      headers.get("Referrer-Policy") ?? "",
    )
      ? ""
      : "other sites are told where one comes from",
    ...DENIED.map((name) => (permissions.includes(`${name}=()`) ? "" : `a page may ask for ${name}`)),
  ];
}

function gradeContent({ status, headers, path, bytes }: Graded): string[] {
  const type = headers.get("Content-Type");
  if (type === null) return bytes === 0 ? [] : ["it has no type"];
  const text = /^text\/(html|plain|csv|vtt)|application\/([a-z]+\+)?xml\b/.test(type);
  const told =
    text && !/;\s*charset=utf-8/i.test(type) ? [`it does not say how its letters are written (${type})`] : [];
  const ours =
    DRAWN_HERE.test(path) ||
    /^(text\/(html|css|plain|csv|javascript|x-script)|application\/(ld\+|vc\+|manifest\+)?(json|xml|jwt|vc|did|xliff))/.test(
      type,
    );
  const shut = readPolicy(headers.get("Content-Security-Policy") ?? "").has("sandbox");
  const shown = /^(image|video|audio)\/|^text\/vtt|mpegurl/.test(type);
  const kept = headers.get("Content-Disposition")?.startsWith("attachment") ?? false;
  const file =
    ours || status >= 400 || kept || (shut && shown) ? [] : [`a browser may open it as a page of ours (${type})`];
  return [...told, ...file];
}

function gradeKeeping({ headers, signedIn, status, path }: Graded): string[] {
  const keeping = headers.get("Cache-Control") ?? "";
  const shared = /\bpublic\b/.test(keeping);
  return [
    keeping === "" ? "it does not say who may keep it" : "",
    shared && headers.has("Set-Cookie") ? "a cookie may be kept for others" : "",
    shared &&
    signedIn &&
    !SAME_FOR_ALL.test(path) &&
    /html|x-script/.test(headers.get("Content-Type") ?? "") &&
    status < 400
      ? "a person's page may be kept for others"
      : "",
  ];
}

/** By how a cookie is set: over https alone, for this host alone, out of scripts' reach, and not with what others send. */
function gradeCookies({ headers }: Graded): string[] {
  return headers.getSetCookie().flatMap((cookie) => {
    const [name = ""] = cookie.split("=");
    const lacks = ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"].filter(
      (word) => !cookie.split("; ").some((part) => part.toLowerCase() === word.toLowerCase()),
    );
    const bound = name.startsWith("__Host-") && !/;\s*domain=/i.test(cookie);
    return [...lacks.map((word) => `${name} is set without ${word}`), bound ? "" : `${name} is not bound to this host`];
  });
}

/**
 * What an answer's headers lack of the best grade, in words; nothing where they have it. After the rules of Mozilla's
 * Observatory, OWASP's Secure Headers project and ASVS 5.0, V3.3, V3.4 and V4.1.
 */
export function gradeHeaders(answer: Graded): string[] {
  const isDocument = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  const faults = [
    ...gradeAll(answer),
    ...(isDocument ? gradeDocument(answer) : []),
    ...gradeContent(answer),
    ...gradeKeeping(answer),
    ...gradeCookies(answer),
  ];
  return [...new Set(faults)].filter(Boolean);
}
