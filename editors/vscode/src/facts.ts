// The “Facts” view: what the sources say about whom, and where they disagree.

import * as vscode from "vscode";
import { isDraft } from "./documents";
import { opening } from "./passages";
import { conflicts, facts, type Conflict, type Line, type Passage, type Profile } from "./requests";
import type { Server } from "./server";

const GROUPS = [
  { kind: "person", label: "People", icon: "person" },
  { kind: "place", label: "Places", icon: "location" },
  { kind: "organisation", label: "Organisations", icon: "organization" },
  { kind: "unknown", label: "Other Names", icon: "symbol-misc" },
] as const;

/** One row of the tree; its children are asked for when it is opened. */
interface Row {
  label: string;
  icon?: string;
  description?: string;
  tooltip?: string;
  passage?: Passage | undefined;
  children?: () => Row[] | Promise<Row[]>;
}

/** The rows of the view, asked of the server again when sources or draft have changed. */
export class Facts implements vscode.TreeDataProvider<Row> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly server: Server) {
    server.onDidChange(() => this.refresh());
  }

  refresh(): void {
    this.changed.fire();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, row.children ? Collapsed : None);
    if (row.icon) item.iconPath = new vscode.ThemeIcon(row.icon);
    if (row.description) item.description = row.description;
    item.tooltip = row.tooltip ?? row.passage?.passage ?? row.label;
    if (row.passage) item.command = opening(row.passage);
    return item;
  }

  getChildren(row?: Row): Row[] | Promise<Row[]> {
    return row ? (row.children?.() ?? []) : this.groups();
  }

  private async groups(): Promise<Row[]> {
    const profiles = await facts(this.server, "", draftShown());
    if (!profiles.length) return [];
    const groups = GROUPS.map(({ kind, label, icon }) => group(label, icon, profiles.filter((each) => each.kind === kind).map(named)));
    const quoted = profiles.filter((profile) => profile.quotations.length);
    const quotations = group("Quotations", "quote", quoted.map(speaker));
    return [...groups, quotations].filter((each) => each.description !== "0").concat(this.conflicts());
  }

  private conflicts(): Row {
    // Every source is checked against all others: too much to do before somebody asks.
    const children = async () => {
      const found = await conflicts(this.server, draftShown());
      return found.length ? found.map(conflict) : [{ label: "The sources agree.", icon: "check" }];
    };
    return { label: "Conflicts", icon: "git-compare", children };
  }
}

function draftShown(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return isDraft(document) ? document.uri.toString() : undefined;
}

function group(label: string, icon: string, rows: Row[]): Row {
  return { label, icon, description: String(rows.length), children: () => rows };
}

function named(profile: Profile): Row {
  return {
    label: profile.name,
    description: [profile.held[0]?.text, times(profile.mentions)].filter(Boolean).join(", "),
    tooltip: `${profile.name}: ${times(profile.mentions)} in ${counted(profile.sources, "source")}`,
    passage: profile.spellings[0]?.passages[0],
    children: () => [
      ...profile.spellings.map((line) => told(line, "case-sensitive")),
      ...profile.held.map((line) => told(line, "briefcase")),
      ...profile.statements.map((passage) => said(passage, "calendar")),
      ...profile.quotations.map((passage) => said(passage, "quote")),
    ],
  };
}

function speaker(profile: Profile): Row {
  return {
    label: profile.name,
    description: counted(profile.quotations.length, "quotation"),
    children: () => profile.quotations.map((passage) => said(passage, "quote")),
  };
}

function told(line: Line, icon: string): Row {
  const description = [line.when, times(line.mentions), counted(line.sources, "source")].filter(Boolean).join(", ");
  return { label: line.text, icon, description, passage: line.passages[0] };
}

function said(passage: Passage, icon: string): Row {
  return { label: passage.passage, icon, description: passage.place, passage };
}

function conflict(found: Conflict): Row {
  return {
    label: found.message,
    icon: "warning",
    description: found.place,
    passage: found,
    children: () => [found, ...found.evidence].map((passage) => said(passage, "file-text")),
  };
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** “1 source”, “2 sources”. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
