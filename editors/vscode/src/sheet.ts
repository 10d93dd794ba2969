// The fact sheet beside the draft: every claim with its verdict and evidence, kept up to date while the writer types.

import { basename } from "node:path";
import * as vscode from "vscode";
import { isDraft } from "./documents";
import { OPEN_PASSAGE } from "./passages";
import { sheet } from "./requests";
import type { Server } from "./server";

const WAITING = "Waiting for the server …";
const UNCHECKED = "This document is not checked: it has no sources, or is one itself.";
const NO_DRAFT = "Open a draft first: a text, Markdown, HTML, reStructuredText, LaTeX, AsciiDoc, Org or Typst document, or a commit message.";

/** The panel with the fact sheet, of the draft that was last looked at. */
export class Sheet implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private draft: vscode.TextDocument | undefined;
  private shown: string | undefined;
  private isAsking = false;
  private isOutdated = false;
  private readonly listening: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.listening = [
      // New diagnostics say that a text has been checked, or that its sources have changed.
      vscode.languages.onDidChangeDiagnostics((event) => this.follow(event.uris)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.turnTo(editor?.document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow([event.document.uri])),
      server.onDidChange(() => void this.update()),
    ];
  }

  /** Shows the sheet of the draft in front. */
  open(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (isDraft(document)) this.draft = document;
    if (!this.draft) {
      void vscode.window.showInformationMessage(NO_DRAFT);
      return;
    }
    this.panel ??= this.newPanel();
    this.panel.reveal(undefined, true);
    void this.update();
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
    this.panel?.dispose();
  }

  private newPanel(): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, enableFindWidget: true, enableCommandUris: [OPEN_PASSAGE], localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel("factlint.sheet", "Fact Sheet", place, options);
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = undefined;
    });
    return panel;
  }

  private turnTo(document: vscode.TextDocument | undefined): void {
    if (!this.panel || !isDraft(document) || document === this.draft) return;
    this.draft = document;
    void this.update();
  }

  private follow(changed: readonly vscode.Uri[]): void {
    const own = this.draft?.uri.toString();
    if (this.panel && changed.some((uri) => uri.toString() === own)) void this.update();
  }

  /** Asks for the newest sheet; one question at a time, and once more where something has changed meanwhile. */
  private async update(): Promise<void> {
    this.isOutdated = true;
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isOutdated && this.panel && this.draft) {
        this.isOutdated = false;
        const uri = this.draft.uri.toString();
        this.show(this.draft, this.server.running ? ((await sheet(this.server, uri, OPEN_PASSAGE)) ?? plain(UNCHECKED)) : plain(WAITING));
      }
    } catch (error) {
      this.server.log.warn(`the fact sheet could not be made: ${String(error)}`);
    } finally {
      this.isAsking = false;
    }
  }

  private show(draft: vscode.TextDocument, page: string): void {
    if (!this.panel || page === this.shown) return;
    this.shown = page;
    this.panel.title = `Fact Sheet: ${basename(draft.uri.path)}`;
    this.panel.webview.html = page;
  }
}

function plain(line: string): string {
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>${line}</p>`;
}
