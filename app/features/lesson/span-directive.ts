import { directive } from "micromark-extension-directive";

type Extension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<Extension["text"]>[string], { tokenize: unknown }>;

const COLON = 58;
const OPENING = ":span[";

const openingAhead: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let index = 0;
    return function next(code) {
      if (code !== OPENING.charCodeAt(index)) return nok(code);
      if (index === 0) effects.enter("data");
      index += 1;
      effects.consume(code);
      if (index < OPENING.length) return next;
      effects.exit("data");
      return ok;
    };
  },
};

function onlySpans(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(openingAhead, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Directives, of which `:span[…]` is the only one inside a line: else the colon of `19:15[^1]` would begin one. */
export function lessonDirectives(): Extension {
  const extension = directive();
  const constructs = [extension.text?.[COLON] ?? []].flat();
  return { ...extension, text: { [COLON]: constructs.map(onlySpans) } };
}
