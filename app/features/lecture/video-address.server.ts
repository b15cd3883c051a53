import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { derivedKey } from "#app/platform/session/secret.server.ts";

/** What an address opens, for whom, until when. */
export type VideoAddress = {
  videoId: string;
  /** Last segment of the address. */
  file: string;
  /** A person's id; null where whoever has the address may watch. */
  watcher: string | null;
  expiresAt: Date;
};

const claimsSchema = z.object({ sub: z.string(), file: z.string(), for: z.string().nullable(), exp: z.number() });

let kept: Uint8Array | undefined;

function key(): Uint8Array {
  kept ??= derivedKey("addresses of videos");
  return kept;
}

/** The address of one file of a video, signed (JWT, HS256) for one watcher and a while. */
export async function signAddress({ videoId, file, watcher, expiresAt }: VideoAddress): Promise<string> {
  const token = await new SignJWT({ file, for: watcher })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(videoId)
    .setExpirationTime(expiresAt)
    .sign(key());
  return `/video/${videoId}/${file}?token=${token}`;
}

/** What the token of an address says, or undefined where it is not ours, is of another file, or has ended. */
export async function readAddress(
  { videoId, file, token }: { videoId: string; file: string; token: string },
  now: Date,
): Promise<VideoAddress | undefined> {
  const verified = await jwtVerify(token, key(), { algorithms: ["HS256"], subject: videoId, currentDate: now }).catch(
    () => undefined,
  );
  const claims = claimsSchema.safeParse(verified?.payload);
  if (!claims.success || claims.data.file !== file) return undefined;
  return { videoId, file, watcher: claims.data.for, expiresAt: new Date(claims.data.exp * 1_000) };
}
