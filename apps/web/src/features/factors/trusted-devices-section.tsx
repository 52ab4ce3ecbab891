"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { MonitorCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { TrustedDeviceRow } from "./trusted-device-row.tsx";

/** Every browser that is spared the second step, and the way to end that. `now`: ISO, of the server's render. */
export function TrustedDevicesSection({ now }: { now: string }) {
  const t = useTranslations("factors");
  const list = useQuery(useTRPC().auth.devices.list.queryOptions());
  const devices = list.data?.devices ?? [];
  return (
    <SettingsSection anchor="trusted-devices" title={t("devices")} description={t("devicesText")}>
      {list.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {list.isError ? <RetryState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && devices.length === 0 ? (
        <EmptyState className="py-6" icon={<MonitorCheck />} title={t("noDevices")} description={t("noDevicesText")} />
      ) : null}
      <ul className="-my-4 divide-y">
        {devices.map((device) => (
          <TrustedDeviceRow key={device.id} trusted={device} now={now} />
        ))}
      </ul>
    </SettingsSection>
  );
}
