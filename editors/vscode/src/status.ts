// The status bar: how many claims of the draft in front the sources bear out, and how many they contradict.

import * as vscode from "vscode";
import { isDraft } from "./documents";
import { counted } from "./facts";
import { claims } from "./requests";
import type { Server } from "./server";

const NO_SOURCES =
  "factlint has no sources to check this document against: put them into a folder “seeds” beside it, or name others in factlint.toml. Click to create that.";

/** The item, shown while a draft is in front. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("factlint.claims", vscode.StatusBarAlignment.Right, 90);
  private readonly listening: vscode.Disposable[];
  private asked = 0;

  constructor(private readonly server: Server) {
    this.item.name = "factlint: claims";
    const update = () => void this.update();
    this.listening = [
      server.onDidChange(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.languages.onDidChangeDiagnostics(update),
    ];
    update();
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
    this.item.dispose();
  }

  private async update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const number = ++this.asked;
    void vscode.commands.executeCommand("setContext", "factlint.isDraft", isDraft(document));
    if (!isDraft(document)) return this.item.hide();
    if (!this.server.running) {
      this.put("$(circle-slash) factlint", "factlint is not running", "factlint.restart");
      return;
    }
    try {
      const told = await claims(this.server, document.uri.toString());
      // A newer question has been asked meanwhile.
      if (number !== this.asked) return;
      if (!told) return this.put("$(dash) factlint", `${NO_SOURCES}${this.program()}`, "factlint.createConfiguration");
      const { supported, contradicted, unsupported } = told;
      const all = supported + contradicted + unsupported;
      const line = `Of ${counted(all, "checkable claim")} the sources bear out ${supported} and contradict ${contradicted}; ${unsupported} no source speaks of`;
      this.put(`$(pass) ${supported} $(error) ${contradicted}`, `${line}. Click for the fact sheet.${this.program()}`, "factlint.openSheet");
    } catch (error) {
      this.server.log.debug(`claims: ${String(error)}`);
    }
  }

  private program(): string {
    const { program } = this.server;
    return program ? `\n\nfactlint ${program.version} is ${program.origin}.` : "";
  }

  private put(text: string, tooltip: string, command: string): void {
    Object.assign(this.item, { text, tooltip, command });
    this.item.accessibilityInformation = { label: tooltip };
    this.item.show();
  }
}
