// The output channel for the conversation with the server, as the setting `factlint.trace.server` wants it.

import * as vscode from "vscode";

/** What the client asks of the channel. It goes by the log level, which no setting has, where ours would be passed over. */
export class Trace implements vscode.Disposable {
  readonly channel: vscode.LogOutputChannel;
  private readonly shown = vscode.window.createOutputChannel("factlint trace", { log: true });
  private readonly changed = new vscode.EventEmitter<vscode.LogLevel>();
  private readonly listening = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("factlint.trace")) this.changed.fire(wanted());
  });

  constructor() {
    const trace = (message: string) => this.shown.info(message);
    this.channel = Object.create(this.shown, {
      logLevel: { get: wanted },
      onDidChangeLogLevel: { value: this.changed.event },
      trace: { value: trace },
    });
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
    this.shown.dispose();
  }
}

function wanted(): vscode.LogLevel {
  const isOff = vscode.workspace.getConfiguration("factlint").get("trace.server", "off") === "off";
  return isOff ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
}
