import type { Content, Setting } from "./compose-letter.ts";
import { knownFacts } from "./letter.ts";
import type { MailProps } from "./mail.ts";

type InvitationTemplate = "invitation" | "invitation-accepted" | "invitation-asked";

/** The mails around an invitation. Who invites and what they call their workspace is theirs to choose: it comes in inert. */
export const invitationLetters: {
  [T in InvitationTemplate]: (props: MailProps[T], setting: Setting) => Content;
} = {
  invitation: (props, { said, product }) => {
    const { link, workspaceName: workspace, inviterName, inviterEmail, expiresInHours: hours } = props;
    const { invitedBy, workspace: place, role: asRole } = said.invitationFacts;
    const role = said.roles[props.role];
    return {
      words: said.mails.invitation({ product, workspace, by: inviterName, role, hours }),
      link,
      facts: knownFacts([
        { label: invitedBy, value: `${inviterName} (${inviterEmail})` },
        { label: place, value: workspace },
        { label: asRole, value: role },
      ]),
    };
  },
  "invitation-accepted": (props, { said, product }) => {
    const { link, workspaceName: workspace, memberName: who, memberEmail } = props;
    const role = said.roles[props.role];
    return {
      words: said.mails["invitation-accepted"]({ product, workspace, who, role }),
      link,
      facts: knownFacts([
        { label: said.invitationFacts.address, value: memberEmail },
        { label: said.invitationFacts.role, value: role },
      ]),
    };
  },
  "invitation-asked": ({ link, workspaceName: workspace, askerName: who, askerEmail }, { said, product }) => ({
    words: said.mails["invitation-asked"]({ product, workspace, who }),
    link,
    facts: knownFacts([{ label: said.invitationFacts.address, value: askerEmail }]),
  }),
};
