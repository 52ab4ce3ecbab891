/** All the names a new verb goes by, worked out from its noun and its own. */
export type Verb = {
  kind: "workspace" | "user";
  /** Folder and face of core: `members`. */
  noun: string;
  /** File: `remove-member`. */
  file: string;
  /** Function: `removeMember`. */
  name: string;
  /** zod input: `RemoveMemberInput`. */
  input: string;
  /** Router entry: `removeMember`, or `remove` where the rest only says the noun again. */
  entry: string;
  /** Audit: `member.removed`. */
  action: string;
  /** For a workspace's verb, what the table of permissions must say. */
  permission: string;
};

const irregular: Record<string, string> = {
  begin: "begun",
  choose: "chosen",
  give: "given",
  hold: "held",
  leave: "left",
  make: "made",
  put: "put",
  send: "sent",
  set: "set",
  take: "taken",
  withdraw: "withdrawn",
  write: "written",
};

/** Throws, saying what is wanted, when the words make no verb. */
export function nameVerb(noun: string, file: string, kind: Verb["kind"], permission: string): Verb {
  if (!/^[a-z]+(-[a-z]+)*$/.test(noun)) throw new Error(`"${noun}" is no noun: lower case, like members.`);
  const [verb = "", ...object] = file.split("-");
  if (!/^[a-z]+(-[a-z]+)+$/.test(file)) throw new Error(`"${file}" is no verb-noun: like remove-member.`);
  const name = camel(file);
  const saysNounAgain = object.join("-") === noun || object.join("-") === singular(noun);
  return {
    kind,
    noun,
    file,
    name,
    input: `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`,
    entry: saysNounAgain ? verb : name,
    action: `${object.join("_")}.${pastTense(verb)}`,
    permission,
  };
}

function pastTense(verb: string): string {
  if (irregular[verb]) return irregular[verb];
  if (verb.endsWith("e")) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

function singular(noun: string): string {
  return noun.replace(/ies$/, "y").replace(/s$/, "");
}

export function camel(words: string): string {
  return words.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
