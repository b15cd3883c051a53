import type { MyCertificate, MyRequest } from "./issuing/certificate-rows.server.ts";

type About = Pick<MyRequest, "kind" | "state" | "subject" | "slug" | "createdAt">;
type Held = Pick<MyCertificate, "kind" | "slug" | "issuedAt" | "status">;

const isAbout = (request: About, held: Held) => request.subject === held.kind && request.slug === held.slug;

/**
 * The newest request for other names on a certificate, where that waits or came after it was issued. `requests` are newest
 * first. On one that no longer stands nothing is asked any more.
 */
export function correctionOf<Request extends About>(requests: readonly Request[], held: Held): Request | undefined {
  if (held.status === "superseded" || held.status === "revoked") return undefined;
  return requests.find(
    (request) =>
      request.kind === "correction" &&
      isAbout(request, held) &&
      (request.state === "waiting" || request.createdAt >= held.issuedAt),
  );
}

/** Of each thing the newest award that waits or was refused, save where she holds a certificate by now. */
export function openAwards<Request extends About>(requests: readonly Request[], held: readonly Held[]): Request[] {
  const awards = requests.filter(({ kind }) => kind === "award");
  return awards.filter(
    (award, at) =>
      !held.some((certificate) => isAbout(award, certificate)) &&
      awards.findIndex(({ subject, slug }) => subject === award.subject && slug === award.slug) === at,
  );
}
