import { z } from "zod";
import { dropVideo } from "#app/features/lecture/drop-video.server.ts";
import { providedVideoColumns } from "#app/features/lecture/provided-video.server.ts";
import { settleVideo } from "#app/features/lecture/settle-video.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { muxClient } from "./ask-mux.server.ts";
import { configuredMux } from "./mux-config.server.ts";

/** How long an event is known again, in milliseconds: Mux repeats one for a day. */
const KNOWN_MS = 30 * 24 * 60 * 60 * 1_000;

const idSchema = z.string().min(1).max(200).optional().catch(undefined);

/** Of an event only which video it speaks of is taken; how that stands is asked of Mux. */
const eventSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string().min(1).max(200),
  data: z.object({ id: idSchema, asset_id: idSchema, upload_id: idSchema }),
});

type MuxEvent = z.infer<typeof eventSchema>;

/** What an event names its upload and its asset, which stand in different places for events of different kinds. */
function namesOf({ type, data }: MuxEvent) {
  const isAsset = /^video\.asset\.(?!track\.|static_rendition\.)/.test(type);
  return {
    uploadId: type.startsWith("video.upload.") ? data.id : data.upload_id,
    assetId: isAsset ? data.id : data.asset_id,
  };
}

async function findVideo(db: Db, { uploadId, assetId }: ReturnType<typeof namesOf>) {
  const named = [...(assetId ? [{ muxAssetId: assetId }] : []), ...(uploadId ? [{ muxUploadId: uploadId }] : [])];
  return named.length > 0
    ? db.video.findFirst({ where: { provider: "mux", OR: named }, select: providedVideoColumns })
    : null;
}

/** What a cancelled upload became all the same is given up at Mux too. */
async function dropLate(db: Db, event: MuxEvent, video: NonNullable<Awaited<ReturnType<typeof findVideo>>>) {
  const { assetId } = namesOf(event);
  if (!assetId || event.type.endsWith(".deleted")) return;
  await inTransaction(db, (tx) => dropVideo(tx, { video: { ...video, muxAssetId: assetId }, cancel: true }));
}

async function readEvent({ body, headers }: { body: string; headers: Headers }): Promise<MuxEvent | undefined> {
  const config = configuredMux();
  if (!config?.webhookSecret) throw notFound();
  const event: unknown = await muxClient(config)
    .webhooks.unwrap(body, headers)
    .catch(() => {
      throw new ExpectedError({ code: "badSignature", messageKey: "error:badRequest.text", status: 400 });
    });
  return eventSchema.safeParse(event).data;
}

/**
 * Hears an event of Mux: `body` as it came, byte for byte. Whatever the event says, how the video stands is asked of
 * Mux and settled, so that repeated and disordered events end in the same state. Throws `badSignature` (400) for what
 * Mux did not sign lately, 404 where no webhooks are expected, and `ProviderAway` (503), upon which Mux sends it again.
 */
export async function hearMux(
  { db, clock, log }: Pick<UseCaseContext, "db" | "clock" | "log">,
  sent: { body: string; headers: Headers },
): Promise<void> {
  const event = await readEvent(sent);
  if (!event) return;
  const { id, type } = event;
  if (await db.muxEvent.findUnique({ where: { id }, select: { id: true } })) return;
  const video = await findVideo(db, namesOf(event));
  const state = video && (await settleVideo({ db }, { videoId: video.id }));
  if (video && state === "cancelled") await dropLate(db, event, video);
  const now = clock.now();
  // Last, so that one which could not be acted upon is heard when it is sent again.
  await db.muxEvent.createMany({ data: { id, type, receivedAt: now }, skipDuplicates: true });
  await db.muxEvent.deleteMany({ where: { receivedAt: { lt: new Date(now.getTime() - KNOWN_MS) } } });
  log.info({ event: id, type, videoId: video?.id, state }, "Heard of Mux");
}
