/** The same keys with any text: what a translation must have, no more and no less. */
export type SameShape<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends string ? string : SameShape<Messages[Key]>;
};
