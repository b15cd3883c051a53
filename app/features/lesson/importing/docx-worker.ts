// Runs by itself, in a thread whose memory and time are limited: see read-docx.server.ts.
import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";

const bytes: Uint8Array = workerData;
const MOST_PICTURES = 100;
const MOST_PICTURE_BYTES = 32 * 1024 * 1024;

const pictures: { bytes: Uint8Array; contentType: string }[] = [];
let size = 0;

// What lies in the document itself is handed over apart, by its number; what lies elsewhere is never fetched.
const convertImage = mammoth.images.imgElement(async (image) => {
  const bytes = await image.readAsArrayBuffer().catch(() => null);
  if (!bytes || pictures.length >= MOST_PICTURES || size + bytes.byteLength > MOST_PICTURE_BYTES) return { src: "" };
  size += bytes.byteLength;
  pictures.push({ bytes: new Uint8Array(bytes), contentType: image.contentType });
  return { src: `picture:${pictures.length - 1}` };
});
const options = { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false };
const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
parentPort?.postMessage({ html: value, pictures });
