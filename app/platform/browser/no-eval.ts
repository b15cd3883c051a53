// zod tries whether it may make functions of text, which the policy of our pages forbids and reports, unless this is
// said before it begins: see allowsEval in zod/v4/core/util.js.
if (typeof document !== "undefined") Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
