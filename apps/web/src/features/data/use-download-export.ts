"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Fetches the archive, after a fresh proof where one is due, and hands it to the browser as a file. */
export function useDownloadExport() {
  const t = useTranslations("data");
  const failed = useFailureToast();
  const withStepUp = useStepUp();
  const [isDownloading, setDownloading] = useState(false);

  const download = async (id: string): Promise<void> => {
    setDownloading(true);
    try {
      save(await withStepUp(() => fetchArchive(id)));
    } catch (error) {
      await failed(t("downloadFailed"), error);
    } finally {
      setDownloading(false);
    }
  };
  return { download, isDownloading };
}

interface Archive {
  blob: Blob;
  fileName: string;
}

async function fetchArchive(id: string): Promise<Archive> {
  const response = await fetch(`/api/exports/${id}`);
  // The body of a refusal is what tRPC's client keeps as `data`: the same reader understands both.
  if (!response.ok) throw Object.assign(new Error("refused"), { data: await response.json().catch(() => null) });
  const fileName = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { blob: await response.blob(), fileName: fileName ?? "pronaflow.zip" };
}

function save({ blob, fileName }: Archive): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
