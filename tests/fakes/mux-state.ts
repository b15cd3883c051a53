import { randomBytes } from "node:crypto";
import type { Asset } from "@mux/mux-node/resources/video/assets";
import type { Upload } from "@mux/mux-node/resources/video/uploads";

export type MuxState = {
  uploads: Map<string, Upload>;
  assets: Map<string, Asset>;
  /** Bytes that came, by upload. */
  received: Map<string, Buffer>;
  /** Addresses from which it was asked to fetch captions. */
  fetched: string[];
  /** What a finished asset is made of; changed by tests. */
  duration: number;
};

/** An id that looks like one of Mux. */
export const newMuxId = () => randomBytes(20).toString("hex");
