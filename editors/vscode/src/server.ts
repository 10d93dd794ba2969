// The conversation with the server: its start, its end, and what is said where either goes wrong.

import * as vscode from "vscode";
import type { LanguageClient, LanguageClientOptions } from "vscode-languageclient/node";
import { SELECTOR } from "./documents";
import { install } from "./ownEnvironment";
import { findProgram, ProgramProblem, SAFE, type Program } from "./program";
import { Trace } from "./trace";

const MOST_ENDINGS = 4;
const WITHIN_MILLISECONDS = 180_000;
const INSTALL = "Install";
const SETTINGS = "Open Settings";
const OUTPUT = "Show Output";
const RESTART = "Restart";

/** The client's library, which is loaded when a server is started: the editor does not wait for that. */
type Library = typeof import("./client.js");

/** The server and whether it runs. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private found: Program | undefined;
  private endings: number[] = [];
  private hasStarted = false;
  private starting: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<boolean>();
  private readonly trace = new Trace();
  /** Fires with true once the server answers, with false once it does so no more. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** The client where the server runs, else undefined. */
  get running(): LanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  /** The program that runs, or that ran last. */
  get program(): Program | undefined {
    return this.found;
  }

  /** Starts the server, after the one that runs has ended. One start at a time. */
  restart(): Promise<void> {
    this.endings = [];
    this.starting = this.starting.then(() => this.start());
    return this.starting;
  }

  /** Installs a server of the extension's own and starts it. */
  async install(): Promise<void> {
    try {
      await this.stop();
      await install(this.context, this.log);
      await this.restart();
    } catch (error) {
      await this.tell(messageOf(error), OUTPUT);
    }
  }

  async dispose(): Promise<void> {
    await this.stop();
    this.trace.dispose();
    this.changed.dispose();
  }

  private async start(): Promise<void> {
    await this.stop();
    try {
      this.found = await findProgram(this.context, this.log);
    } catch (error) {
      // Told beside: a message that nobody answers must not hold up the next start.
      const isMissing = error instanceof ProgramProblem && error.isMissing;
      void this.tell(messageOf(error), ...(isMissing ? [INSTALL, SETTINGS] : [SETTINGS, OUTPUT]));
      return;
    }
    this.log.info(`factlint ${this.found.version}: ${this.found.origin}`);
    const client = this.conversation(this.found, await import("./client.js"));
    this.client = client;
    this.hasStarted = false;
    try {
      await client.start();
      this.hasStarted = true;
    } catch (error) {
      this.log.error(messageOf(error));
      void this.tell(`The factlint server did not start (${this.found.origin}): ${messageOf(error)}`, OUTPUT, RESTART);
    }
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      // A client whose start has failed throws when it is stopped.
      if (client?.isRunning()) await client.stop();
    } catch (error) {
      // It is gone either way, and must not keep the next one from starting.
      this.log.warn(`the server did not end in due form: ${messageOf(error)}`);
    }
    this.changed.fire(false);
  }

  private conversation(program: Program, { CloseAction, ErrorAction, QuietClient, State }: Library): LanguageClient {
    const options: LanguageClientOptions = {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      traceOutputChannel: this.trace.channel,
      synchronize: { configurationSection: "factlint" },
      initializationOptions: vscode.workspace.getConfiguration("factlint"),
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: this.goesOn() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
      },
    };
    const start = { command: program.command, args: program.args, options: { env: SAFE } };
    const client = new QuietClient("factlint", "factlint", start, options);
    client.onDidChangeState((event) => this.changed.fire(event.newState === State.Running));
    return client;
  }

  /** True where a server that has ended is started again; else the writer is told. */
  private goesOn(): boolean {
    // What ends before it has answered once would do so again; the failed start is told by who waits for it.
    if (!this.hasStarted) return false;
    const now = Date.now();
    this.endings = [...this.endings.filter((time) => now - time < WITHIN_MILLISECONDS), now];
    this.log.warn("the server has ended unexpectedly");
    if (this.endings.length < MOST_ENDINGS) return true;
    const line = `The factlint server has ended ${MOST_ENDINGS} times within three minutes, so it is not started again.`;
    void this.tell(line, RESTART, OUTPUT);
    return false;
  }

  /** Says a line, and does what the writer chooses. */
  private async tell(line: string, ...choices: string[]): Promise<void> {
    const chosen = await vscode.window.showErrorMessage(line, ...choices);
    if (chosen === INSTALL) await this.install();
    if (chosen === RESTART) await this.restart();
    if (chosen === OUTPUT) this.log.show();
    if (chosen === SETTINGS) await vscode.commands.executeCommand("workbench.action.openSettings", "factlint.path");
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
