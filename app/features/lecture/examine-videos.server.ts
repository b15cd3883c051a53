import type { Finding } from "#app/platform/doctor/finding.ts";
import { env } from "#app/platform/env/env.server.ts";
import { examineFfmpeg } from "./local/examine-ffmpeg.server.ts";
import { configuredMux } from "./mux/mux-config.server.ts";
import { chosenProvider } from "./video-providers.server.ts";

/** Examines where videos are kept and whether that can be reached. Changes nothing. */
export async function examineVideos(): Promise<Finding[]> {
  const keeper = await examineKeeper();
  return configuredMux() ? [keeper, ...examineMux()] : [keeper, await examineFfmpeg()];
}

async function examineKeeper(): Promise<Finding> {
  const part = "video";
  try {
    const provider = chosenProvider();
    await provider.check();
    const where = provider.name === "mux" ? "at Mux, which answers" : "by the academy itself (no MUX_ keys are set)";
    return { part, state: "ok", says: `kept ${where}` };
  } catch (error) {
    const says = error instanceof Error ? error.message : "unknown";
    return { part, state: "broken", says, disables: "uploading videos, until it answers again" };
  }
}

function examineMux(): Finding[] {
  const webhooks: Finding = configuredMux()?.webhookSecret
    ? { part: "video webhooks", state: "ok", says: "MUX_WEBHOOK_SECRET is set" }
    : {
        part: "video webhooks",
        state: "missing",
        says: "MUX_WEBHOOK_SECRET is not set",
        disables: "hearing at once that a video is ready; it is asked after every few minutes",
      };
  if (env.PUBLIC_URL) return [webhooks];
  const says = "Mux fetches captions from PUBLIC_URL, which is not set";
  return [webhooks, { part: "video captions", state: "missing", says, disables: "captions in Mux's own streams" }];
}
