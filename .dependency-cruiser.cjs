/** The directions in which the house may be walked: routes → features → platform, ui beside them. */
const between = (from, mayReach) => ({
  name: `features-${from}`,
  comment: `${from} reaches only ${mayReach.join(", ") || "no other feature"}`,
  severity: "error",
  from: { path: `^app/features/${from}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^app/features/", pathNot: [`^app/features/(${[from, ...mayReach].join("|")})/`] },
});

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "platform-knows-no-academy",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^app/(features|routes|ui|server)" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/(features|routes|platform)/" },
    },
    {
      name: "features-do-not-reach-routes",
      severity: "error",
      from: { path: "^app/features/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "routes-do-not-reach-the-database",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/platform/db/(client|transaction|generated/client)" },
    },
    {
      name: "browser-code-stays-off-the-server",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "\\.server\\.tsx?$" },
    },
    between("setting", []),
    between("job", []),
    between("notification", []),
    between("oversight", [
      ...[
        "job",
        "report",
        "payment",
        "certificate",
        "lecture",
        "enrolment",
        "progress",
        "course",
        "account",
        "setting",
      ],
    ]),
    between("account", ["setting"]),

    between("package", ["release", "lecture", "quiz", "lesson", "course"]),
    between("course", ["account", "setting"]),
    between("lesson", ["course"]),
    between("lecture", ["lesson", "course"]),
    between("release", ["progress", "enrolment", "lecture", "quiz", "lesson", "course"]),
    between("quiz", ["lesson", "course"]),
    between("enrolment", ["course", "account"]),
    between("progress", ["enrolment", "lecture", "quiz", "lesson", "course"]),
    between("certificate", ["progress", "enrolment", "course", "account"]),
    between("gradebook", ["progress", "enrolment", "quiz", "lesson", "course"]),
    between("roster", ["gradebook", "certificate", "progress", "enrolment", "lecture", "quiz", "lesson", "course"]),
    between("report", ["gradebook", "progress", "enrolment", "lecture", "quiz", "lesson", "course"]),
    between("people", ["payment", "certificate", "enrolment", "course", "account", "setting"]),
    between("payment", ["certificate", "enrolment", "course", "account", "setting"]),
    between("privacy", [
      ...["account", "certificate", "course", "enrolment", "lecture", "lesson", "notification"],
      ...["payment", "people", "progress", "quiz", "roster"],
    ]),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|app/platform/db/generated" },
    exclude: { path: "\\.react-router|/\\+types/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
