// A Python environment of the extension's own, for writers who have no factlint yet.

import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync } from "node:zlib";
import * as vscode from "vscode";

const run = promisify(execFile);
const OLDEST = [3, 11] as const;
const MOST_OUTPUT = 16 * 1024 * 1024;

/** The path of the program in the extension's own environment, whether or not it is there. */
export function ownProgram(context: vscode.ExtensionContext): string {
  return inEnvironment(folder(context), "factlint");
}

/** Makes the environment and installs factlint into it. Throws an Error with a line for the writer. */
export async function install(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<void> {
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: "Installing factlint", cancellable: true },
    async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const place = folder(context);
      try {
        progress.report({ message: "looking for Python" });
        const [python, ...args] = await findPython();
        rmSync(place, { recursive: true, force: true });
        progress.report({ message: "making an environment" });
        await logged(log, stop, python, [...args, "-m", "venv", place]);
        progress.report({ message: "fetching what it needs" });
        const wheel = unpackedWheel(context, place);
        const pip = ["-m", "pip", "--disable-pip-version-check", "--no-input", "install", wheel];
        await logged(log, stop, inEnvironment(place, "python"), pip);
        rmSync(wheel);
      } catch (error) {
        rmSync(place, { recursive: true, force: true });
        if (token.isCancellationRequested) throw new Error("The installation was stopped; nothing was left behind.");
        throw error;
      }
    },
  );
}

function folder(context: vscode.ExtensionContext): string {
  return join(context.globalStorageUri.fsPath, "environment");
}

function inEnvironment(environment: string, program: string): string {
  return process.platform === "win32" ? join(environment, "Scripts", `${program}.exe`) : join(environment, "bin", program);
}

/** The wheel that comes with the extension, unpacked into a folder: the server always fits, and no registry has to have it. */
function unpackedWheel(context: vscode.ExtensionContext, place: string): string {
  const packed = context.asAbsolutePath("server");
  const name = readdirSync(packed).find((each) => each.endsWith(".whl.br"));
  if (!name) throw new Error("This build of the extension has no server in it; install factlint with pip or pipx.");
  const wheel = join(place, name.slice(0, -".br".length));
  writeFileSync(wheel, brotliDecompressSync(readFileSync(join(packed, name))));
  return wheel;
}

/** The command of a Python that is new enough. */
async function findPython(): Promise<[string, ...string[]]> {
  const names: [string, ...string[]][] =
    process.platform === "win32" ? [["py", "-3"], ["python"], ["python3"]] : [["python3"], ["python"], ["python3.13"], ["python3.12"], ["python3.11"]];
  for (const [name, ...args] of names) {
    try {
      const { stdout } = await run(name, [...args, "-c", "import sys, venv, ensurepip; print(*sys.version_info[:2])"]);
      const [major = 0, minor = 0] = stdout.trim().split(" ").map(Number);
      if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return [name, ...args];
    } catch {
      // Not there, or without what an environment needs: the next may do.
    }
  }
  throw new Error(
    `There is no Python ${OLDEST.join(".")} or newer with venv on the PATH. Install one from python.org or your system's packages, then try again.`,
  );
}

async function logged(log: vscode.LogOutputChannel, stop: AbortController, command: string, args: string[]): Promise<void> {
  log.info([command, ...args].join(" "));
  try {
    const { stdout, stderr } = await run(command, args, { signal: stop.signal, maxBuffer: MOST_OUTPUT });
    log.info(`${stdout}${stderr}`.trim());
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() ?? "";
    log.error(said || String(error));
    throw new Error(`factlint could not be installed: ${said.split("\n").at(-1) || String(error)}`);
  }
}
