// Which factlint program is started, and why that one.

import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { ownProgram } from "./ownEnvironment";

/** A program that answers, and the words that say where it was found. */
export interface Program {
  command: string;
  args: string[];
  version: string;
  origin: string;
}

/** Why no program can be started, in a line for the writer; `isMissing` where installing one would help. */
export class ProgramProblem extends Error {
  constructor(
    line: string,
    readonly isMissing: boolean,
  ) {
    super(line);
  }
}

interface Candidate {
  command: string;
  args: string[];
  origin: string;
  /** A candidate that the writer has named: where it fails, no other is tried. */
  isNamed: boolean;
}

/** The parts of the Python extension's interface that are asked, where that extension is there. */
interface PythonExtension {
  environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
  };
}

const PATIENCE = 20_000;

/** The program to start: the setting's, else the Python environment's, else the PATH's, else the extension's own. */
export async function findProgram(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<Program> {
  const wanted = wantedVersion(context);
  const refused: string[] = [];
  for await (const candidate of candidates(context)) {
    try {
      const version = await versionOf(candidate);
      if (fits(version, wanted)) return { ...candidate, version };
      refused.push(`${candidate.origin} is version ${version}, but this extension needs ${wanted}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message.trim() : String(error);
      if (!candidate.isNamed) log.info(`${candidate.origin}: ${reason}`);
      else refused.push(`${candidate.origin} does not run: ${reason}`);
    }
    const last = refused.at(-1);
    if (last) log.warn(last);
    if (last && candidate.isNamed) throw new ProgramProblem(`${last}. Change the setting “factlint.path”.`, false);
  }
  const outdated = refused.at(-1);
  throw new ProgramProblem(outdated ? `${outdated}.` : "The factlint program was not found.", true);
}

async function* candidates(context: vscode.ExtensionContext): AsyncGenerator<Candidate> {
  const named = vscode.workspace.getConfiguration("factlint").get("path", "").trim();
  if (named) {
    yield { command: expanded(named), args: ["lsp"], origin: `${expanded(named)}, the setting “factlint.path”`, isNamed: true };
    return;
  }
  // A folder that is not trusted must not say which program runs, and its Python environment would.
  const python = vscode.workspace.isTrusted ? await selectedPython() : undefined;
  if (python) {
    const args = ["-m", "factlint", "lsp"];
    yield { command: python, args, origin: `the Python environment of ${python}`, isNamed: false };
  }
  const onPath = lookUp(process.platform === "win32" ? "factlint.exe" : "factlint");
  if (onPath) yield { command: onPath, args: ["lsp"], origin: `${onPath}, from the PATH`, isNamed: false };
  const own = ownProgram(context);
  if (isProgram(own)) yield { command: own, args: ["lsp"], origin: `${own}, installed by this extension`, isNamed: false };
}

/** The interpreter that the Python extension has selected, or undefined where it is not there or has none. */
async function selectedPython(): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
    const environments = extension && (await extension.activate()).environments;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = environments && (await environments.resolveEnvironment(environments.getActiveEnvironmentPath(folder)));
    return chosen?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

/** The path of a program on the PATH, or undefined. */
function lookUp(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function expanded(path: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return path.replace(/^~(?=$|[\\/])/, homedir()).replaceAll("${workspaceFolder}", folder);
}

function versionOf(candidate: Candidate): Promise<string> {
  const args = [...candidate.args.slice(0, -1), "--version"];
  return new Promise((resolve, reject) => {
    execFile(candidate.command, args, { timeout: PATIENCE, cwd: homedir(), env: { ...process.env, ...SAFE } }, (error, stdout, stderr) => {
      const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
      if (version && !error) resolve(version);
      else reject(new Error(stderr.trim().split("\n").at(-1) || error?.message || "it does not say its version"));
    });
  });
}

/** The version of the server that goes with this extension, which has the same. */
function wantedVersion(context: vscode.ExtensionContext): string {
  return (context.extension.packageJSON as { version: string }).version;
}

/** True where a version is the wanted one or newer, and makes the same promises: equal before the first "1.0" to the minor part. */
function fits(version: string, wanted: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = wanted.split(".").map(Number);
  if (major !== wantedMajor) return false;
  if (minor !== wantedMinor) return major > 0 && minor > wantedMinor;
  return patch >= wantedPatch;
}

/** For whatever is started: Python takes no module from the folder it is started in, which is the writer's. */
export const SAFE = { PYTHONSAFEPATH: "1" };

/** The command line that a program's other commands are started with. */
export function commandLine(program: Program, ...args: string[]): [string, string[]] {
  return [program.command, [...program.args.slice(0, -1), ...args]];
}

