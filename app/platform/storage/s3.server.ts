import { ListObjectsV2Command, S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { env } from "#app/platform/env/env.server.ts";

export type Bucket = { client: S3Client; bucket: string; config: S3ClientConfig };

let kept: Bucket | undefined;

/** The bucket that S3_BUCKET names, or undefined where the academy keeps its files on this machine's disk. */
export function configuredBucket(): Bucket | undefined {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET) return undefined;
  if (kept?.bucket === S3_BUCKET) return kept;
  const config: S3ClientConfig = {
    region: S3_REGION,
    // Stores other than Amazon's are reached by path; without an endpoint it is Amazon's.
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
    ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
      : {}),
    // Stores other than Amazon's do not all know the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
  kept = { client: new S3Client(config), bucket: S3_BUCKET, config };
  return kept;
}

/** Whether the store answered that it has no such object. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && ["NoSuchKey", "NotFound", "404"].includes(error.name);
}

/** The keys of a bucket that begin so, with the sizes of what they name. */
export async function* listBucket(
  { client, bucket: Bucket }: Bucket,
  Prefix: string,
): AsyncGenerator<{ key: string; bytes: number }> {
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
    for (const { Key, Size } of page.Contents ?? []) if (Key) yield { key: Key, bytes: Size ?? 0 };
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}
