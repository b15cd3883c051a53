import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const all = (letter: string) => letter.repeat(8);
const PUBLIC = all("o");
const HIDDEN = all("-");

/** What everybody may see, and what of it is hidden. */
export function publicRows({ course, handle, programme, hiddenSerial }: Scene): Row[] {
  const page = (file: string, path: string, params?: Row["params"]): Row => ({
    file: `routes/public/${file}`,
    call: "loader",
    path,
    params,
    gets: PUBLIC,
  });
  return [
    page("home.tsx", "/"),
    page("catalogue.tsx", "/courses"),
    page("course.tsx", `/courses/${course}`, { course }),
    page("course-picture.ts", `/courses/${course}/picture.png`, { course }),
    page("programme.tsx", `/programmes/${programme}`, { programme }),
    page("instructor.tsx", `/instructors/${handle}`, { handle }),
    page("sitemap.ts", "/sitemap.xml"),
    page("robots.ts", "/robots.txt"),
    page("web-manifest.ts", "/manifest.webmanifest"),
    page("verify.tsx", "/verify"),
    { ...page("verify.tsx", "/verify?serial=ABC"), what: "mistyped", gets: all("b") },
    { ...page("certificate.tsx", "/certificates/ABC", { serial: "ABC" }), what: "mistyped", gets: HIDDEN },
    { ...page("standing.ts", "/certificates/ABC/standing.json", { serial: "ABC" }), gets: HIDDEN },
    page("did.ts", "/.well-known/did.json"),
    page("status-list.ts", "/credentials/status/0", { list: "0" }),
    { ...page("status-list.ts", "/credentials/status/9", { list: "9" }), what: "none yet", gets: HIDDEN },
    ...["json", "jwt"].flatMap((as): Row[] => {
      const file = `credential-${as}.ts`;
      const path = (serial: string) => `/certificates/${serial}/credential.${as}`;
      const hidden = page(file, path(hiddenSerial), { serial: hiddenSerial });
      return [
        { ...hidden, what: "of a learner who hides her names", gets: "--o----o" },
        { ...page(file, path("nobody"), { serial: "nobody" }), what: "unknown", gets: HIDDEN },
      ];
    }),
    { ...page("not-found.tsx", "/nothing"), gets: HIDDEN },
    {
      ...page("certificate-pdf.ts", `/certificates/${hiddenSerial}.pdf`, { serial: hiddenSerial }),
      what: "of a learner who hides her names",
      gets: "--o----o",
    },
    { ...page("certificate-pdf.ts", "/certificates/nobody.pdf", { serial: "nobody" }), what: "unknown", gets: HIDDEN },
  ];
}
