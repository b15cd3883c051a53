import { createHash, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileName } from "#app/features/lecture/local/video-files.ts";
import { signAddress } from "#app/features/lecture/video-address.server.ts";
import { exportKey } from "#app/features/privacy/export/export-key.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { messageHrefs } from "#app/platform/i18n/messages.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { temporaryFolder } from "#tests/factories/package.ts";
import { colour } from "#tests/factories/picture.ts";
import { giveBytes } from "#tests/factories/video-file.ts";
import type { Role, Scene } from "./scene.ts";

export type Served = { file: string; path: string; role: Role };

const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

async function courseFiles(db: Db, { courseId }: Scene): Promise<Served[]> {
  const kept = [
    { path: "media/gates.svg", contentType: "image/svg+xml", bytes: Buffer.from(drawing) },
    { path: "media/notes.txt", contentType: "text/plain", bytes: Buffer.from("<script>alert(1)</script>") },
    { path: "media/source.pdf", contentType: "application/pdf", bytes: Buffer.from("%PDF-1.7\n") },
    { path: "media/gate.png", contentType: "image/png", bytes: await colour(40, 20).png().toBuffer() },
  ];
  const served: Served[] = [];
  for (const { path, contentType, bytes } of kept) {
    const sha256 = await putObject({ bytes, contentType });
    await db.courseMedia.create({ data: { courseId, path, sha256, contentType, bytes: bytes.length } });
    served.push({ file: "routes/resources/media.ts", path: `/media/${sha256}`, role: "guest" });
    if (contentType !== "image/png") continue;
    const size = { width: 40, height: 20 };
    await db.pictureForm.create({ data: { sourceSha256: sha256, contentType, sha256, bytes: bytes.length, ...size } });
    await db.siteImage.create({ data: { sha256, contentType, ...size } });
    served.push({ file: "routes/resources/picture-form.ts", path: `/media/${sha256}/40.png`, role: "guest" });
    served.push({ file: "routes/resources/logo.ts", path: `/resources/logo/${sha256}`, role: "guest" });
  }
  return served;
}

async function videoFiles(db: Db, { videoId }: Scene): Promise<Served[]> {
  await giveBytes(db, { videoId });
  const vtt = "WEBVTT\n\n00:00.000 --> 00:01.000\nThe gate\n";
  const sha256 = createHash("sha256").update(vtt).digest("hex");
  await db.captionText.create({ data: { sha256, vtt } });
  const slide = await putObject({ bytes: await colour(20, 20).png().toBuffer(), contentType: "image/png" });
  const expiresAt = new Date(Date.now() + 3_600_000);
  const files = [fileName({ name: "original", contentType: "video/mp4" }), `${sha256}.vtt`, `${slide}.png`];
  return Promise.all(
    files.map(async (file) => ({
      ...{ file: "routes/resources/video-file.ts", role: "guest" as const },
      path: await signAddress({ videoId, file, watcher: null, expiresAt }),
    })),
  );
}

async function exportedData(db: Db, scene: Scene): Promise<Served> {
  const userId = scene.actors.enrolled?.id ?? "";
  const ready = { state: "ready" as const, bytes: 4, readyAt: new Date(), expiresAt: new Date(Date.now() + 9e7) };
  const { id } = await db.dataExport.create({ data: { userId, locale: "en", ...ready } });
  const path = join(await temporaryFolder(), randomUUID());
  await writeFile(path, "PK\u0005\u0006");
  await largeFiles().put(exportKey(id), { path, contentType: "application/zip" });
  return { file: "routes/account/data-archive.ts", path: `/en/account/data/${id}/archive.zip`, role: "enrolled" };
}

/** Every kind of file that the academy serves to browsers, with somebody who is shown it. */
export async function makeServedFiles(db: Db, scene: Scene): Promise<Served[]> {
  return [
    ...(await courseFiles(db, scene)),
    ...(await videoFiles(db, scene)),
    await exportedData(db, scene),
    {
      file: "routes/resources/answer-file.ts",
      path: `/resources/answer-files/${scene.answerFileId}`,
      role: "enrolled",
    },
    {
      file: "routes/resources/certificate-image.ts",
      path: `/resources/certificate-images/${scene.templateImage}`,
      role: "admin",
    },
    { file: "routes/public/certificate-pdf.ts", path: `/en/certificates/${scene.hiddenSerial}.pdf`, role: "enrolled" },
    { file: "routes/resources/theme.ts", path: "/resources/theme/1.0f5d6c.9fd3dd.css", role: "guest" },
    { file: "routes/resources/messages.ts", path: messageHrefs("en").reader, role: "guest" },
  ];
}
