// An extension by which tests act within the extension host: it runs what comes over a socket and answers with the result.
// It declares the languages that other extensions bring, so that documents in them can be opened.

const { existsSync, mkdirSync, readFileSync, watch } = require("node:fs");
const net = require("node:net");
const { dirname, join } = require("node:path");
const { createInterface } = require("node:readline");
const vscode = require("vscode");

let logs = "";

const Function = (async () => {}).constructor;

/** What `check` gives, as soon as that is something; it is asked now, and again after each of the events. */
async function until(check, ...events) {
  for (;;) {
    let listening = [];
    const heard = new Promise((resolve) => (listening = events.map((event) => event(resolve))));
    try {
      const found = await check();
      if (found) return found;
      await heard;
    } finally {
      for (const each of listening) each.dispose();
    }
  }
}

/** The texts that are marked in a document, once there are so many. */
function marked(document, number) {
  return until(() => {
    const found = vscode.languages.getDiagnostics(document.uri).filter((each) => each.source === "factlint");
    return found.length === number && (number ? found.map((each) => document.getText(each.range)) : ["none"]);
  }, vscode.languages.onDidChangeDiagnostics);
}

/** The text of an output channel of the extension, once the words are in it; its file is read, as only one channel is shown. */
function output(name, words) {
  const file = join(logs, "..", "factlint.factlint", `${name}.log`);
  mkdirSync(dirname(file), { recursive: true });
  const changed = (heard) => {
    const watcher = watch(dirname(file), () => heard());
    return { dispose: () => watcher.close() };
  };
  return until(() => {
    const text = existsSync(file) ? readFileSync(file, "utf-8") : "";
    return text.includes(words) && text;
  }, changed);
}

/** A document of the folder, shown in an editor. */
async function shown(name) {
  const folder = vscode.workspace.workspaceFolders[0].uri;
  return (await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name))).document;
}

/** What `ask` gives, asked again as often as it is nothing: for answers whose change no event tells of. */
async function answered(ask) {
  for (;;) {
    const found = await ask();
    if (found) return found;
  }
}

const TOOLS = { vscode, until, marked, output, shown, answered };

exports.activate = (context) => {
  logs = context.logUri.fsPath;
  const socket = net.connect(Number(process.env.FACTLINT_PUPPET), "127.0.0.1");
  const send = (message) => socket.write(`${JSON.stringify(message)}\n`);
  const opened = vscode.workspace.workspaceFile ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  send({ opened: opened?.fsPath ?? null });
  createInterface(socket).on("line", async (line) => {
    const { body, given } = JSON.parse(line);
    const names = { ...TOOLS, ...given };
    try {
      send({ result: (await new Function(...Object.keys(names), body)(...Object.values(names))) ?? null });
    } catch (error) {
      send({ error: String(error?.stack ?? error) });
    }
  });
};
