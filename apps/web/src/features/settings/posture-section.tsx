import type { WorkspacePolicy, WorkspacePosture } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useFormatter, useTranslations } from "next-intl";
import { PostureRow } from "./posture-row.tsx";

/** Names that fit into a sentence. */
const NAMED = 8;

interface PostureSectionProps {
  workspace: WorkspaceDetail;
  posture: WorkspacePosture;
  policy: WorkspacePolicy;
}

/** How safe a workspace is kept, each weakness with what mends it. */
export function PostureSection({ workspace, posture, policy }: PostureSectionProps) {
  const t = useTranslations("settings.security");
  const format = useFormatter();
  const { members, membersWithMfa, unprotected, owners, staleGuestCount, staleGuests, oldInvitations } = posture;
  const people = `/w/${workspace.slug}/members`;
  const namesOf = (list: WorkspacePosture["unprotected"]) => {
    const names = list.slice(0, NAMED).map(({ displayName }) => displayName);
    return format.list(list.length > NAMED ? [...names, "…"] : names);
  };
  const share = t("mfaShareText", { count: membersWithMfa, members });
  const wanted = policy.mfaRequiredFrom;
  const asked = wanted ? ` ${t("mfaAsked", { day: format.dateTime(new Date(wanted), { dateStyle: "long" }) })}` : "";
  const missing = unprotected.length > 0 ? ` ${t("mfaMissing", { names: namesOf(unprotected) })}` : "";
  return (
    <SettingsSection title={t("posture")} description={t("postureText")}>
      <ul className="-my-4 divide-y">
        <PostureRow
          workspace={workspace}
          title={t("mfaShare")}
          text={share + missing + asked}
          isGood={membersWithMfa === members}
          act={wanted ? null : { label: t("mfaAct"), href: "#policy", permission: "ownership.transfer" }}
        />
        <PostureRow
          workspace={workspace}
          title={t("owners")}
          text={owners === 1 ? t("soleOwner") : t("enoughOwners", { count: owners })}
          isGood={owners > 1}
          act={{ label: t("ownersAct"), href: people, permission: "ownership.transfer" }}
        />
        <PostureRow
          workspace={workspace}
          title={t("guests")}
          text={
            staleGuestCount > 0
              ? t("staleGuests", { count: staleGuestCount, names: namesOf(staleGuests) })
              : t("noStaleGuests")
          }
          isGood={staleGuestCount === 0}
          act={{ label: t("guestsAct"), href: `${people}?role=GUEST`, permission: "members.remove" }}
        />
        <PostureRow
          workspace={workspace}
          title={t("invitations")}
          text={oldInvitations > 0 ? t("oldInvitations", { count: oldInvitations }) : t("noOldInvitations")}
          isGood={oldInvitations === 0}
          act={{ label: t("invitationsAct"), href: `${people}/invitations`, permission: "members.invite" }}
        />
      </ul>
    </SettingsSection>
  );
}
