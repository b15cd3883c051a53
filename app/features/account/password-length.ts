// Apart from the schemas, so that a page that says it does not load them.
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
