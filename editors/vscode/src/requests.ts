// What the server is asked beside the protocol's own requests: commands of its own, and what they answer.

import type { LanguageClient, Location } from "vscode-languageclient/node";
import type { Server } from "./server";

/** A passage of a source: where it stands ("seeds/visit.txt:14"), its sentence, and its place. */
export interface Passage extends Location {
  place: string;
  passage: string;
}

/** Something the sources say, in how many of them and how often, with passages; `when` says in which years. */
export interface Line {
  text: string;
  sources: number;
  mentions: number;
  when: string | null;
  passages: Passage[];
}

/** What the sources say about one person, place or organisation. */
export interface Profile {
  name: string;
  kind: string;
  sources: number;
  mentions: number;
  spellings: Line[];
  held: Line[];
  statements: Passage[];
  quotations: Passage[];
}

/** One place where a source says something else than another. */
export interface Conflict extends Passage {
  rule: string;
  message: string;
  evidence: Passage[];
}

/** How many claims of a draft stand how. */
export interface Claims {
  supported: number;
  contradicted: number;
  unsupported: number;
}

/** The names that the sources know, or those with the words of a query. */
export function facts(server: Server, query: string, uri: string | undefined): Promise<Profile[]> {
  return ask(server, "factlint.server.facts", [query, uri ?? ""], []);
}

/** Where the sources disagree. */
export function conflicts(server: Server, uri: string | undefined): Promise<Conflict[]> {
  return ask(server, "factlint.server.conflicts", [uri ?? ""], []);
}

/** The claims of a draft by what the sources say of them, or null where it is not checked. */
export function claims(server: Server, uri: string): Promise<Claims | null> {
  return ask(server, "factlint.server.claims", [uri], null);
}

/** The fact sheet of a draft as a page, whose passages are links to `command`; null where it is not checked. */
export function sheet(server: Server, uri: string, command: string): Promise<string | null> {
  return ask(server, "factlint.server.sheet", [uri, "html", command], null);
}

async function ask<Answer>(server: Server, command: string, questions: string[], silent: Answer): Promise<Answer> {
  const client: LanguageClient | undefined = server.running;
  if (!client) return silent;
  const answer: Answer | null = await client.sendRequest("workspace/executeCommand", { command, arguments: questions });
  return answer ?? silent;
}
