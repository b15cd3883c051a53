import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Buying what is not for sale: a guest is asked to sign in, everybody else is refused by the state of things. */
const REFUSED = "sccccccc";

export function buyingRows({ programme }: Scene): Row[] {
  const whole = { file: "routes/public/programme.tsx", path: `/programmes/${programme}`, params: { programme } };
  return [
    {
      ...whole,
      call: "action",
      what: "buy one that has no price",
      form: { intent: "buy" },
      gets: REFUSED,
    },
    {
      ...whole,
      call: "action",
      what: "buy by a way that is none",
      form: { intent: "buy", method: "x" },
      gets: "sbbbbbbb",
    },
  ];
}
