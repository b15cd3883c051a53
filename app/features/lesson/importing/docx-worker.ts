// Runs by itself, in a thread whose memory and time are limited: see read-docx.server.ts.
import { parentPort, workerData } from "node:worker_threads";
import mammoth from "mammoth";

const bytes: Uint8Array = workerData;
// A picture is named, and neither read nor fetched.
const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
const options = { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false };
const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
parentPort?.postMessage(value);
