// A process that renders one certificate and writes the SHA-256 of its PDF; run by a test.
import { createHash } from "node:crypto";
import { renderCertificate } from "#app/features/certificate/document/render-certificate.server.ts";

const { images, ...input } = JSON.parse(process.argv[2] ?? "");
const bytes = await renderCertificate({ ...input, images: new Map(images) });
process.stdout.write(createHash("sha256").update(bytes).digest("hex"));
process.exit();
