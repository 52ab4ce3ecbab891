/** The words every mail has. All are required: a language that lacks one does not compile. */
export interface Words {
  subject: string;
  preheader: string;
  heading: string;
  lead: string;
  more: string;
  button: string;
  note: string;
  reason: string;
}

interface Told {
  product: string;
}

/** All copy of one language. Values come in already inert and already formatted for that language. */
export interface Messages {
  greeting(name: string): string;
  linkIntroduction: string;
  facts: { when: string; where: string; device: string; lastSeen: string };
  mails: {
    "verify-email"(told: Told & { hours: number }): Words;
    "already-registered"(told: Told): Words & { alternative: string };
    "password-reset"(told: Told & { minutes: number }): Words;
    "password-reset-done"(told: Told): Words;
    "password-changed"(told: Told): Words;
    "session-evicted"(told: Told): Words;
    "workspace-deleted"(told: Told & { workspace: string; by: string; until: string; canUndo: boolean }): Words;
    "workspace-restored"(told: Told & { workspace: string }): Words;
    "email-address-changed"(told: Told & { hours: number }): Words;
  };
}
