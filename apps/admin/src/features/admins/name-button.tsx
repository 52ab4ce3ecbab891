"use client";

import type { Candidate } from "@pronaflow/contract/outputs/admins";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CandidateCard } from "./candidate-card.tsx";
import { FindForm } from "./find-form.tsx";
import { RoleForm } from "./role-form.tsx";

/** Names somebody for the console: finds them, then asks which role and why. */
export function NameButton() {
  const t = useTranslations("admins.name");
  const app = useTranslations("app");
  const [isOpen, setOpen] = useState(false);
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const turn = (open: boolean) => {
    setOpen(open);
    setCandidate(null);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={turn}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t("open")}
        </Button>
      }
      title={t("title")}
      description={t("text")}
      closeLabel={app("close")}
    >
      {candidate ? (
        <div className="grid gap-4">
          <CandidateCard candidate={candidate} onAnother={() => setCandidate(null)} />
          <RoleForm person={candidate} kind="name" onDone={() => turn(false)} />
        </div>
      ) : (
        <FindForm onFound={setCandidate} />
      )}
    </Dialog>
  );
}
