import { z } from "zod";

export const eraseJob = { name: "erase-person", payload: z.object({ erasureId: z.uuid() }) };

/** Files of somebody whose account is gone: keys of large files, and hashes of stored objects. */
export const dropErasedFilesJob = {
  name: "drop-erased-files",
  payload: z.object({ largeFiles: z.string().array(), objects: z.string().array() }),
};

export const eraseKey = (erasureId: string): string => `erase:${erasureId}`;
