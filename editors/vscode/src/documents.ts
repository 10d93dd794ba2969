// Which documents are drafts for the server.

import * as vscode from "vscode";
import type { DocumentSelector } from "vscode-languageclient/node";

/** The languages, as VS Code and the extensions for them name these. */
export const LANGUAGES = [
  "asciidoc",
  "git-commit",
  "html",
  "latex",
  "markdown",
  "org",
  "plaintext",
  "restructuredtext",
  "tex",
  "typst",
];

/** Files, and documents that have not been saved yet. */
export const SELECTOR: DocumentSelector = LANGUAGES.flatMap((language) =>
  ["file", "untitled"].map((scheme) => ({ scheme, language })),
);

/** True for a document that the server is told of. */
export function isDraft(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return !!document && ["file", "untitled"].includes(document.uri.scheme) && LANGUAGES.includes(document.languageId);
}
