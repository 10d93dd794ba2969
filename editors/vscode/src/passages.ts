// Opening a passage of a source.

import * as vscode from "vscode";
import type { Range } from "vscode-languageclient/node";
import type { Passage } from "./requests";

/** The command that opens a passage; its one argument is a `Passage`, or what of it names the place. */
export const OPEN_PASSAGE = "factlint.openPassage";

/** Shows a passage beside what is being written, its words selected. */
export async function openPassage(passage: { uri: string; range: Range }): Promise<void> {
  const { start, end } = passage.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(passage.uri), { selection, preview: true });
}

/** The command by which an item of a list or tree opens its passage. */
export function opening(passage: Passage): vscode.Command {
  return { command: OPEN_PASSAGE, title: "Open Passage", arguments: [passage] };
}
