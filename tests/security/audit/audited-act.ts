import type { Db } from "#app/platform/db/client.server.ts";
import type { Role, Scene } from "../scene.ts";

/** An act upon another person's data, money or certificate, as a form asks for it. */
export type AuditedAct = {
  /** The route's file below `routes/` without its ending, and what its form asks for. */
  act: string;
  /** What it is called in the audit log. */
  writes: string;
  by?: Role;
  /** Why its entry holds no reason, for the few that need none. */
  reasonless?: string;
  /** Makes what is acted on, and the request that is accepted. */
  ask: (made: { db: Db; scene: Scene }) => Promise<Asked> | Asked;
};

export type Asked = {
  params?: Record<string, string>;
  form: Record<string, string>;
  /** Past the query of the address. */
  search?: string;
};

/** Why each of them is done. */
export const reason = "She asked for it at the desk.";
