// What the writer can do beside reading findings: accept a spelling, create a configuration.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { commandLine, SAFE } from "./program";
import type { Server } from "./server";

const run = promisify(execFile);

/** Offers to accept the spelling that is marked at the cursor, as the quick fix of that name does. */
export async function acceptSpelling(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const found = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    editor.selection,
    vscode.CodeActionKind.QuickFix.value,
  );
  const actions = found.filter((each): each is vscode.CodeAction => "kind" in each && /^Accept /.test(each.title));
  const chosen = actions.length > 1 ? await choice(actions) : actions[0];
  if (!actions.length) {
    const line = "No spelling is marked here. Put the cursor on a name that factlint marks, then accept its spelling.";
    void vscode.window.showInformationMessage(line);
  }
  if (chosen?.edit) await vscode.workspace.applyEdit(chosen.edit);
  if (chosen?.command) await vscode.commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []));
}

async function choice(actions: vscode.CodeAction[]): Promise<vscode.CodeAction | undefined> {
  const rows = actions.map((action) => ({ label: action.title, action }));
  return (await vscode.window.showQuickPick(rows))?.action;
}

/** Writes a factlint.toml with every key explained into the folder, and opens it; one that is there is only opened. */
export async function createConfiguration(server: Server): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) {
    void vscode.window.showInformationMessage("Open the folder of your draft first: factlint.toml belongs into it.");
    return;
  }
  const file = vscode.Uri.joinPath(folder.uri, "factlint.toml");
  if (!(await isThere(file))) {
    if (!server.program) {
      void vscode.window.showErrorMessage("factlint is not running, so it cannot write its configuration.");
      return;
    }
    const [command, args] = commandLine(server.program, "init");
    try {
      await run(command, args, { cwd: folder.uri.fsPath, env: { ...process.env, ...SAFE } });
    } catch (error) {
      const said = (error as { stderr?: string }).stderr?.trim();
      void vscode.window.showErrorMessage(`factlint.toml could not be written: ${said || String(error)}`);
      return;
    }
  }
  await vscode.window.showTextDocument(file);
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
