import { isAdmin } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { VideoProvider as VideoProviderName, VideoState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { configuredMux } from "./mux/mux-config.server.ts";
import { ProviderAway } from "./provider-away.ts";
import type { VideoProvider } from "./video-provider.ts";
import { videoProviders } from "./video-providers.server.ts";

const MOST = 100;

/** After this long without a move somebody should look, in minutes. */
const STUCK_MINUTES = { uploading: 24 * 60, processing: 60 };

export type ProviderView = {
  name: VideoProviderName;
  /** `unset` where videos are there and the keys to them are not. */
  state: "ready" | "away" | "unset";
  /** New videos go there. */
  chosen: boolean;
  /** Videos that it keeps. */
  videos: number;
  /** Whether it may tell of changes by itself, and when it last did; null where it never does. */
  webhooks: { believed: boolean; lastAt: Date | null } | null;
};

export type WaitingVideo = {
  id: string;
  fileName: string;
  bytes: number;
  provider: VideoProviderName;
  state: Extract<VideoState, "uploading" | "processing" | "failed">;
  failure: string | null;
  course: string;
  uploadedBy: string | null;
  createdAt: Date;
  /** Since it last moved. */
  minutes: number;
  stuck: boolean;
};

async function stateOf(provider: VideoProvider): Promise<ProviderView["state"]> {
  try {
    await provider.check();
    return "ready";
  } catch (error) {
    // A disk or bucket that fails has names of its own for it.
    if (error instanceof ProviderAway || provider.name === "local") return "away";
    throw error;
  }
}

async function findProviders(db: Db): Promise<ProviderView[]> {
  const counts = await db.video.groupBy({ by: ["provider"], where: { state: "ready" }, _count: true });
  const lastEvent = await db.muxEvent.findFirst({ orderBy: { receivedAt: "desc" }, select: { receivedAt: true } });
  const set = videoProviders();
  const names = new Set([...set.map(({ name }) => name), ...counts.map(({ provider }) => provider)]);
  return Promise.all(
    [...names].map(async (name) => {
      const provider = set.find((one) => one.name === name);
      const believed = configuredMux()?.webhookSecret !== undefined;
      return {
        name,
        state: provider ? await stateOf(provider) : "unset",
        chosen: provider === set[0],
        videos: counts.find((one) => one.provider === name)?._count ?? 0,
        webhooks: name === "mux" ? { believed, lastAt: lastEvent?.receivedAt ?? null } : null,
      };
    }),
  );
}

const selection = {
  id: true,
  fileName: true,
  bytes: true,
  provider: true,
  state: true,
  failure: true,
  createdAt: true,
  updatedAt: true,
  course: { select: { slug: true } },
  uploadedBy: { select: { name: true } },
} as const;

/**
 * Who keeps videos and how they stand, and the videos that wait, are stuck or failed, those longest without a move
 * first, at most 100. Only for admins; for others there is nothing here.
 */
export async function findWaitingVideos({
  db,
  actor,
  clock,
}: PersonContext): Promise<{ providers: ProviderView[]; videos: WaitingVideo[] }> {
  if (!isAdmin(actor)) throw notFound();
  const states = ["uploading", "processing", "failed"] as const;
  const where = { state: { in: [...states] } };
  const [providers, rows] = await Promise.all([
    findProviders(db),
    db.video.findMany({ where, select: selection, orderBy: [{ updatedAt: "asc" }, { id: "asc" }], take: MOST }),
  ]);
  const videos = rows.flatMap(({ state, bytes, updatedAt, course, uploadedBy, ...row }) => {
    const waits = states.find((one) => one === state);
    if (!waits) return [];
    const minutes = Math.max(0, Math.floor((clock.now().getTime() - updatedAt.getTime()) / 60_000));
    const stuck = waits !== "failed" && minutes >= STUCK_MINUTES[waits];
    const names = { course: course.slug, uploadedBy: uploadedBy?.name ?? null };
    return [{ ...row, ...names, state: waits, bytes: Number(bytes), minutes, stuck }];
  });
  return { providers, videos };
}
