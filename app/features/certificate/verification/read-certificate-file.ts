import { parseStrictJson } from "./parse-strict-json.ts";
import { readPdfAttachments } from "./read-pdf-attachments.ts";

/** A credential as it was found in a file: `text` is its JSON, or the JWT. */
export type CertificateFile = { kind: "pdf" | "json" | "jwt"; text: string };

/**
 * Why no credential was found:
 * - `tooLarge`: larger than any certificate is
 * - `none`: nothing in it is a credential (another PDF, another JSON, a picture…)
 * - `several`: more than one, so that nobody can say which is meant
 */
export type FileProblem = "tooLarge" | "none" | "several";

const MB = 1024 * 1024;
/** Certificates are a tenth of these. */
const MOST_PDF_BYTES = 16 * MB;
const MOST_TEXT_BYTES = MB / 2;

const JWT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/**
 * Finds the credential in a file: in a PDF that carries it as an attachment, in JSON, in a JWT, or in JSON with a JWT in
 * it (`{ "jwt": "…" }`). Opens nothing else, takes bounded time and memory, and never throws. Whether what it finds is
 * genuine is for `verifyCredential` to say.
 */
export async function readCertificateFile(
  bytes: Uint8Array,
): Promise<{ file: CertificateFile; problem?: undefined } | { problem: FileProblem; file?: undefined }> {
  const isPdf = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
  if (bytes.length > (isPdf ? MOST_PDF_BYTES : MOST_TEXT_BYTES)) return { problem: "tooLarge" };
  if (!isPdf) {
    const file = readText(bytes);
    return file ? { file } : { problem: "none" };
  }
  const attached = await readPdfAttachments(new Uint8Array(bytes), { most: MOST_TEXT_BYTES });
  const texts = new Set(attached.flatMap((content) => readText(content)?.text ?? []));
  const [text] = texts;
  if (text === undefined) return { problem: "none" };
  return texts.size > 1 ? { problem: "several" } : { file: { kind: "pdf", text } };
}

function readText(bytes: Uint8Array): CertificateFile | undefined {
  const text = decode(bytes)?.trim();
  if (text === undefined) return undefined;
  if (JWT.test(text)) return { kind: "jwt", text };
  const value = parseStrictJson(text);
  if (typeof value !== "object" || value === null) return undefined;
  if ("jwt" in value && typeof value.jwt === "string" && JWT.test(value.jwt)) return { kind: "jwt", text: value.jwt };
  return "credentialSubject" in value ? { kind: "json", text } : undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
