/** The pages that a guest sees first: of them the weight and Lighthouse's scores are taken. */
export const VISIBLE_PAGES = [
  { name: "home", path: "" },
  { name: "catalogue", path: "/courses" },
  { name: "course", path: "/courses/jerusalem-through-the-ages" },
  { name: "lesson", path: "/learn/jerusalem-through-the-ages/site-and-water" },
];
