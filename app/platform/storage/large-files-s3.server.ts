import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { S3Store } from "@tus/s3-store";
import { endWhereCut } from "./end-where-cut.ts";
import type { LargeFiles } from "./large-files.ts";
import { lazyStream } from "./lazy-stream.ts";
import { type Bucket, isAbsent, listBucket } from "./s3.server.ts";
import { OBJECTS } from "./storage-s3.server.ts";

/** Of an upload's parts: what one of them holds is on the disk of this machine for a moment. */
const PART_BYTES = 8 * 1024 * 1024;
/** Of a file that we put ourselves: at most 10,000 parts, so up to 640 GB. */
const PUT_PART_BYTES = 64 * 1024 * 1024;

const stores = new WeakMap<Bucket, LargeFiles>();

/** Large files in a bucket. */
export function bucketFiles(bucket: Bucket): LargeFiles {
  const known = stores.get(bucket);
  if (known) return known;
  const made = makeBucketFiles(bucket);
  stores.set(bucket, made);
  return made;
}

function makeBucketFiles(in_: Bucket): LargeFiles {
  const { client, bucket: Bucket, config } = in_;
  const uploads = new S3Store({
    partSize: PART_BYTES,
    s3ClientConfig: { ...config, bucket: Bucket },
    // Tags are a thing that not every store knows.
    useTags: false,
  });
  // Of a part that is cut what came is kept. The store would wait without end for a line that is lost while it fetches
  // what the part before left over, and keep the upload locked.
  const write = uploads.write.bind(uploads);
  uploads.write = (source, id, offset) => write(endWhereCut(source), id, offset);
  const stream: LargeFiles["stream"] = (key, from, to) =>
    lazyStream(async () => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, Range: `bytes=${from}-${to - 1}` }));
      if (!(Body instanceof Readable)) throw new Error(`The store gave no bytes of ${key}`);
      return Body;
    });
  const find: LargeFiles["find"] = async (key) => {
    try {
      const { ContentLength, LastModified } = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
      return { bytes: ContentLength ?? 0, modifiedAt: LastModified ?? new Date(0) };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };
  return {
    uploads,
    find,
    stream,
    put: (key, file) => putInParts(in_, key, file),
    list: async function* () {
      for await (const file of listBucket(in_, "")) if (!file.key.startsWith(OBJECTS)) yield file;
    },
    withPath: (key, work) => withCopy({ find, stream }, key, work),
    remove: async (key) => {
      // Ends an upload that is underway as well; it knows of none where the file was put otherwise.
      await uploads.remove(key).catch(() => undefined);
      for (const Key of [key, `${key}.info`, `${key}.part`])
        await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}

async function withCopy<T>(
  { find, stream }: Pick<LargeFiles, "find" | "stream">,
  key: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const found = await find(key);
  if (!found) throw new Error(`There is no file ${key}`);
  const folder = await mkdtemp(join(tmpdir(), "maqdis-file-"));
  try {
    const path = join(folder, "file");
    await pipeline(stream(key, 0, found.bytes), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function putInParts(
  { client, bucket: Bucket }: Bucket,
  Key: string,
  { path, contentType }: { path: string; contentType: string },
): Promise<void> {
  const { size } = await stat(path);
  if (size <= PUT_PART_BYTES) {
    const whole = { Bucket, Key, ContentType: contentType, ContentLength: size };
    await client.send(new PutObjectCommand({ ...whole, Body: createReadStream(path) }));
    return;
  }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType: contentType }));
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    for (let start = 0; start < size; start += PUT_PART_BYTES) {
      const end = Math.min(size, start + PUT_PART_BYTES);
      const PartNumber = Parts.length + 1;
      const Body = createReadStream(path, { start, end: end - 1 });
      const part = { Bucket, Key, UploadId, PartNumber, ContentLength: end - start };
      const { ETag } = await client.send(new UploadPartCommand({ ...part, Body }));
      Parts.push({ ETag, PartNumber });
    }
    await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    throw error;
  }
}
