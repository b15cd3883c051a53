import { directive } from "micromark-extension-directive";

type Extension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<Extension["text"]>[string], { tokenize: unknown }>;

const COLON = 58;

function ahead(opening: string): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let index = 0;
      return function next(code) {
        if (code !== opening.charCodeAt(index)) return nok(code);
        if (index === 0) effects.enter("data");
        index += 1;
        effects.consume(code);
        if (index < opening.length) return next;
        effects.exit("data");
        return ok;
      };
    },
  };
}

const spanAhead = ahead(":span[");
const citationAhead = ahead(":cite{");

function onlyOurs(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const begin = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(spanAhead, begin, effects.check(citationAhead, begin, nok));
    },
  };
}

/**
 * Directives, of which `:span[…]` and `:cite{…}` are the only ones inside a line: else the colon of `19:15[^1]` would
 * begin one.
 */
export function lessonDirectives(): Extension {
  const extension = directive();
  const constructs = [extension.text?.[COLON] ?? []].flat();
  return { ...extension, text: { [COLON]: constructs.map(onlyOurs) } };
}
