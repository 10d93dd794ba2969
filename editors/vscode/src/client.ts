// What the conversation with the server takes of the client's library, apart so that it is loaded when it is needed.

import { LanguageClient } from "vscode-languageclient/node";

export { CloseAction, ErrorAction, State } from "vscode-languageclient/node";

/** A client that writes its troubles to the output alone: what the writer has to know, `Server` says, and once. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
