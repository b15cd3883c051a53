import { expect, it } from "vitest";
import { type PanelFacts, panelState } from "./panel-state.ts";

const facts: PanelFacts = {
  rule: "automatic",
  unpaid: false,
  finished: true,
  overdue: false,
  names: { arabic: "آمنة", latin: null },
  certificate: null,
  request: null,
};
const valid = { status: "valid", signed: true } as const;
const refused = { kind: "award", state: "refused" } as const;

it("says before the end what finishing brings", () => {
  expect(panelState({ ...facts, finished: false })).toBe("ahead");
  expect(panelState({ ...facts, finished: false, rule: "approval" })).toBe("ahead");
  expect(panelState({ ...facts, finished: false, rule: "none" })).toBe("none");
  expect(panelState({ ...facts, rule: "none" })).toBe("none");
});

it("asks for a name before anything else that is left", () => {
  const names = { arabic: null, latin: null };
  expect(panelState({ ...facts, names })).toBe("nameless");
  expect(panelState({ ...facts, names, rule: "approval" })).toBe("nameless");
  expect(panelState({ ...facts, names, finished: false })).toBe("ahead");
});

it("asks to be paid for before all else once she has finished, and never for what she holds", () => {
  const unpaid = { ...facts, unpaid: true };
  expect(panelState(unpaid)).toBe("unpaid");
  expect(panelState({ ...unpaid, names: { arabic: null, latin: null }, rule: "approval" })).toBe("unpaid");
  expect(panelState({ ...unpaid, finished: false })).toBe("ahead");
  expect(panelState({ ...unpaid, rule: "none" })).toBe("none");
  expect(panelState({ ...unpaid, certificate: valid })).toBe("ready");
});

it("waits for the job, or for an admin", () => {
  expect(panelState(facts)).toBe("preparing");
  expect(panelState({ ...facts, rule: "approval" })).toBe("waiting");
  expect(panelState({ ...facts, rule: "approval", request: { kind: "award", state: "waiting" } })).toBe("waiting");
});

it("lets her ask where nothing is under way", () => {
  expect(panelState({ ...facts, overdue: true })).toBe("due");
  expect(panelState({ ...facts, overdue: true, rule: "approval" })).toBe("due");
  expect(panelState({ ...facts, overdue: true, request: { kind: "award", state: "waiting" } })).toBe("waiting");
  expect(panelState({ ...facts, overdue: true, request: refused })).toBe("refused");
  expect(panelState({ ...facts, overdue: true, rule: "none" })).toBe("none");
  expect(panelState({ ...facts, overdue: true, certificate: valid })).toBe("ready");
});

it("says that it was refused, and takes a refused correction for nothing of the kind", () => {
  expect(panelState({ ...facts, rule: "approval", request: refused })).toBe("refused");
  expect(panelState({ ...facts, request: { kind: "correction", state: "refused" } })).toBe("preparing");
});

it("shows what she holds, whatever the course says now", () => {
  expect(panelState({ ...facts, certificate: valid })).toBe("ready");
  expect(panelState({ ...facts, certificate: { ...valid, signed: false } })).toBe("preparing");
  expect(panelState({ ...facts, rule: "none", finished: false, certificate: valid })).toBe("ready");
  expect(panelState({ ...facts, request: refused, certificate: valid })).toBe("ready");
  expect(panelState({ ...facts, certificate: { status: "revoked", signed: true } })).toBe("revoked");
  expect(panelState({ ...facts, certificate: { status: "expired", signed: true } })).toBe("expired");
});
