import { z } from "zod";
import type { QualityName } from "./playback.ts";

/** Best first, sound alone last. */
export const qualityNames = ["original", "1080p", "720p", "540p", "360p", "audio"] as const satisfies QualityName[];

export const qualityNameSchema = z.enum(qualityNames);
