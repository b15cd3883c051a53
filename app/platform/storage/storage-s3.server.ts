import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { type Bucket, isAbsent, listBucket } from "./s3.server.ts";

/** What the keys of objects begin with. */
export const OBJECTS = "objects/";

const keyOf = (sha256: string) => `${OBJECTS}${sha256.slice(0, 2)}/${sha256}`;

/** As `putObject`, in a bucket; the store shows an object only once it is whole. */
export async function putInBucket(
  { client, bucket: Bucket }: Bucket,
  { sha256, bytes, contentType }: { sha256: string; bytes: Uint8Array; contentType: string },
): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket, Key: keyOf(sha256), Body: bytes, ContentType: contentType }));
}

/** As `getObject`, from a bucket. */
export async function getFromBucket({ client, bucket: Bucket }: Bucket, sha256: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(sha256) }));
    return Body && Buffer.from(await Body.transformToByteArray());
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** As `hasObject`, in a bucket. */
export async function isInBucket({ client, bucket: Bucket }: Bucket, sha256: string): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand({ Bucket, Key: keyOf(sha256) }));
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** As `removeObject`, from a bucket. */
export async function removeFromBucket({ client, bucket: Bucket }: Bucket, sha256: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(sha256) }));
}

/** As `listObjects`, of a bucket. */
export async function* listInBucket(bucket: Bucket): AsyncGenerator<string> {
  for await (const { key } of listBucket(bucket, OBJECTS)) yield key.slice(key.lastIndexOf("/") + 1);
}
