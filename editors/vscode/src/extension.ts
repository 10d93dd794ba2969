// The extension: what it consists of, and what starts it anew.

import * as vscode from "vscode";
import { acceptSpelling, createConfiguration } from "./commands";
import { Facts } from "./facts";
import { lookUp, showConflicts } from "./lookUp";
import { openPassage, OPEN_PASSAGE } from "./passages";
import { Server } from "./server";
import { Sheet } from "./sheet";
import { Status } from "./status";

/** What other extensions, and tests, may know. */
export interface Interface {
  /** Which program runs, in words; undefined before one has been found. */
  readonly server: string | undefined;
}

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): Interface {
  const log = vscode.window.createOutputChannel("factlint", { log: true });
  const running = new Server(context, log);
  server = running;
  const facts = new Facts(running);
  const sheet = new Sheet(running);
  const commands: Record<string, (...args: never[]) => unknown> = {
    "factlint.restart": () => running.restart(),
    "factlint.install": () => running.install(),
    "factlint.showOutput": () => log.show(),
    "factlint.openSheet": () => sheet.open(),
    "factlint.showConflicts": () => showConflicts(running),
    "factlint.lookUp": () => lookUp(running),
    "factlint.acceptSpelling": () => acceptSpelling(),
    "factlint.createConfiguration": () => createConfiguration(running),
    "factlint.refreshFacts": () => facts.refresh(),
    [OPEN_PASSAGE]: openPassage,
  };
  const isOurs = (event: vscode.ConfigurationChangeEvent) => event.affectsConfiguration("factlint.path");
  context.subscriptions.push(
    log,
    running,
    sheet,
    new Status(running),
    vscode.window.registerTreeDataProvider("factlint.facts", facts),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    running.onDidChange((isRunning) => void vscode.commands.executeCommand("setContext", "factlint.isRunning", isRunning)),
    vscode.workspace.onDidChangeConfiguration((event) => isOurs(event) && void running.restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
    // What the sources say may be other after one of them was saved.
    vscode.workspace.onDidSaveTextDocument(() => facts.refresh()),
  );
  // Not waited for: the editor must not stand still while the server starts.
  void running.restart();
  return {
    get server() {
      return running.program?.origin;
    },
  };
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}
