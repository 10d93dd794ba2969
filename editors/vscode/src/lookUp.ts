// Looking up what the sources say about a name, by typing it.

import * as vscode from "vscode";
import { counted } from "./facts";
import { openPassage } from "./passages";
import { conflicts, facts, type Passage, type Profile } from "./requests";
import type { Server } from "./server";

interface Choice extends vscode.QuickPickItem {
  passage?: Passage | undefined;
  profile?: Profile;
}

/** Asks for a name, then for one of the things that the sources say about it, and opens the passage. */
export async function lookUp(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : "";
  const profiles = await facts(server, "", uri);
  const names = profiles.map((profile): Choice => {
    const held = profile.held[0]?.text;
    return { label: profile.name, description: [profile.kind, held].filter(Boolean).join(", "), profile };
  });
  const chosen = await picked(names, "Whom or what do you look up?", selected);
  if (chosen?.profile) await open(await picked(told(chosen.profile), `What the sources say about ${chosen.label}`, ""));
}

/** Lists where the sources disagree, and opens the passage that is chosen. */
export async function showConflicts(server: Server): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const title = { location: vscode.ProgressLocation.Window, title: "Comparing the sources" };
  const found = await vscode.window.withProgress(title, () => conflicts(server, uri));
  if (!found.length) {
    void vscode.window.showInformationMessage("The sources agree with each other, as far as factlint can tell.");
    return;
  }
  const rows = found.flatMap((conflict): Choice[] => [
    { label: conflict.message, kind: vscode.QuickPickItemKind.Separator },
    ...[conflict, ...conflict.evidence].map(row),
  ]);
  await open(await picked(rows, `${counted(found.length, "place")} where the sources disagree`, ""));
}

function told(profile: Profile): Choice[] {
  const lines = [...profile.spellings, ...profile.held].map((line): Choice => {
    const description = [line.when, counted(line.sources, "source")].filter(Boolean).join(", ");
    return { label: line.text, description, detail: line.passages[0]?.passage ?? "", passage: line.passages[0] };
  });
  return [...lines, ...[...profile.statements, ...profile.quotations].map(row)];
}

function row(passage: Passage): Choice {
  return { label: passage.passage, description: passage.place, passage };
}

async function picked(rows: Choice[], placeholder: string, typed: string): Promise<Choice | undefined> {
  const box = vscode.window.createQuickPick<Choice>();
  Object.assign(box, { items: rows, placeholder, value: typed, matchOnDescription: true, matchOnDetail: true });
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

async function open(choice: Choice | undefined): Promise<void> {
  if (choice?.passage) await openPassage(choice.passage);
}
