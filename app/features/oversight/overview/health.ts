export type HealthPart = "jobs" | "mail" | "videos" | "stripe" | "backup" | "disk" | "database" | "audit";

/** How one part stands. `says` names the sentence that tells it, `values` what stands in it. */
export type Health = {
  part: HealthPart;
  /** `unset` may be meant so; `attention` should be looked at; `broken` is a fault. */
  state: "ok" | "unset" | "attention" | "broken";
  says: string;
  values: {
    count?: number;
    more?: number;
    bytes?: number;
    share?: number;
    at?: Date | null;
    sent?: Date | null;
    code?: string;
    days?: number;
  };
};
