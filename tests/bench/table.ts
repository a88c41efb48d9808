import { cpus, totalmem } from "node:os";
import { say } from "@/lib/cli/progress";
import type { Beside } from "./quitters";
import type { Row } from "./round";

const cells = (name: string, ...rest: string[]) => name.padEnd(30) + rest.map((cell) => cell.padStart(9)).join("");
const figure = (value: number | null | undefined, digits = 1) => (value === null || value === undefined || Number.isNaN(value) ? "" : value.toFixed(digits));
const kb = (bytes: number | null) => figure(bytes === null ? null : bytes / 1024);
const at = (row: Row, connections: number) => row.at.find((one) => one.connections === connections);

export const cost = ({ cpu }: Row) => cpu.server + cpu.database;

export const head = () => say(cells("", "CPU s", "server", "database", "× empty", "req/s 1", "16", "64", "of empty", "p50 ms", "p95", "p99", "queries", "HTML KB", "JS KB +", "errors"));

/** One line: processor seconds for 1,000 requests and their multiple of the empty page's; requests a second at 1, 16 and 64 connections, the share of the empty page's, milliseconds at 16. */
export const line = (row: Row, empty: Row | undefined) => {
  const [alone, some, many] = [1, 16, 64].map((connections) => at(row, connections));
  const [times, share] = [empty && cost(row) / cost(empty), empty && (some?.perSecond ?? 0) / (at(empty, 16)?.perSecond ?? 0)];
  const errors = row.at.reduce((sum, one) => sum + one.errors, 0);
  say(cells(row.name, figure(cost(row)), figure(row.cpu.server), figure(row.cpu.database), figure(times), figure(alone?.perSecond), figure(some?.perSecond), figure(many?.perSecond), figure(share, 2), figure(some?.p50, 0), figure(some?.p95, 0), figure(some?.p99, 0), figure(row.statements, 0), kb(row.html), kb(row.scripts), String(errors)));
};

export type Report = { posts: number; date: string; machine: string; pinned: boolean; emptyScripts: number; rows: Row[]; memory: number; quitters: Beside | null };

export const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;

export const foot = ({ memory, quitters }: Report) => {
  say(`\nMemory of the server after the mix: ${figure(memory, 0)} MB`);
  if (quitters) say(`While ${quitters.quit} requests were given up: ${figure(quitters.during.perSecond)} a second for the others, ${quitters.during.errors} errors; whoever came after them waited ${figure(quitters.after.p50, 0)} ms at the median`);
};
