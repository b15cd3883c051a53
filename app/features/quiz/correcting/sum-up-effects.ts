type Result = { points: number | null; maxPoints: number; passed: boolean | null };

export type Effect = { attemptId: string; before: Result; after: Result; protected: boolean };

export type EffectCounts = {
  changed: number;
  raised: number;
  lowered: number;
  nowPass: number;
  nowFail: number;
  protected: number;
};

const shareOf = ({ points, maxPoints }: Result) => (points === null || maxPoints === 0 ? 0 : points / maxPoints);

const gain = ({ before, after }: Effect) => shareOf(after) - shareOf(before);
const passes = ({ before, after }: Effect) => after.passed === true && before.passed !== true;
const fails = ({ before, after }: Effect) => before.passed === true && after.passed !== true;

/** How many grades change, and which way. Of a dropped question it is the share that rises or falls, not the points. */
export function countEffects(effects: readonly Effect[]): EffectCounts {
  const count = (is: (effect: Effect) => boolean) => effects.filter(is).length;
  return {
    changed: effects.length,
    raised: count((effect) => gain(effect) > 0),
    lowered: count((effect) => gain(effect) < 0),
    nowPass: count(passes),
    nowFail: count(fails),
    protected: count((effect) => effect.protected),
  };
}

const weight = (effect: Effect) => {
  if (fails(effect)) return 0;
  if (effect.protected) return 1;
  return passes(effect) ? 2 : 3;
};

/** Those first whom it touches most: who fails, who is kept from failing, who passes, then the greatest change. */
export function byWeight<One extends Effect>(effects: readonly One[]): One[] {
  return effects.toSorted((one, other) => weight(one) - weight(other) || Math.abs(gain(other)) - Math.abs(gain(one)));
}
