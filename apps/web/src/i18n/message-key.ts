/** Under which key a dotted name of the domain is worded: keys of messages may not hold a dot. */
export type MessageKey<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : Name;

export function messageKey<Name extends string>(name: Name): MessageKey<Name> {
  return name.replace(".", "_") as MessageKey<Name>;
}
