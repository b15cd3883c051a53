/** The 50,000 commonest passwords of eight characters and more, as Firefox Accounts refuses them. */
declare module "fxa-common-password-list" {
  const list: { test: (password: string) => boolean };
  export default list;
}
