import type { LargeFiles } from "./large-files.ts";
import { diskFiles } from "./large-files-disk.server.ts";
import { bucketFiles } from "./large-files-s3.server.ts";
import { configuredBucket } from "./s3.server.ts";

/** The academy's store of large files: the bucket of S3_BUCKET, else the data folder. */
export function largeFiles(): LargeFiles {
  const bucket = configuredBucket();
  return bucket ? bucketFiles(bucket) : diskFiles();
}
