import { findFreshProof } from "#app/features/account/prove-freshly.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findObstacles } from "./erasure/find-obstacles.server.ts";

/**
 * What a person is shown of her data: the archive she asked for last, whether her account can be deleted, and by what
 * she proves that it is she who asks for that.
 */
export async function findMyData(ctx: PersonContext) {
  const { db, actor, clock } = ctx;
  const select = {
    id: true,
    state: true,
    done: true,
    parts: true,
    bytes: true,
    readyAt: true,
    expiresAt: true,
  } as const;
  const newest = { orderBy: { askedAt: "desc" } } as const;
  const [made, erasure, obstacles, certificates, proof] = await Promise.all([
    db.dataExport.findFirst({ where: { userId: actor.id }, select, ...newest }),
    db.erasure.findFirst({ where: { userId: actor.id }, select: { askedAt: true, cancelledAt: true }, ...newest }),
    findObstacles(db, actor.id),
    db.certificate.count({ where: { userId: actor.id } }),
    findFreshProof(ctx),
  ]);
  const over = made?.state === "ready" && (made.expiresAt ?? clock.now()) <= clock.now();
  return {
    export: made && { ...made, bytes: Number(made.bytes ?? 0), state: over ? ("expired" as const) : made.state },
    keptAccountAt: erasure?.cancelledAt ?? null,
    obstacles,
    certificates,
    proof,
  };
}
