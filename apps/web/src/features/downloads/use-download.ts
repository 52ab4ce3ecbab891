"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { useState } from "react";

/** Fetches a file below `/api/exports`, after a fresh proof where one is due, and hands it to the browser. */
export function useDownload(failedTitle: string) {
  const failed = useFailureToast();
  const withStepUp = useStepUp();
  const [isDownloading, setDownloading] = useState(false);

  const download = async (path: string): Promise<void> => {
    setDownloading(true);
    try {
      save(await withStepUp(() => fetchFile(path)));
    } catch (error) {
      await failed(failedTitle, error);
    } finally {
      setDownloading(false);
    }
  };
  return { download, isDownloading };
}

interface FetchedFile {
  blob: Blob;
  fileName: string;
}

async function fetchFile(path: string): Promise<FetchedFile> {
  const response = await fetch(`/api/exports/${path}`);
  // The body of a refusal is what tRPC's client keeps as `data`: the same reader understands both.
  if (!response.ok) throw Object.assign(new Error("refused"), { data: await response.json().catch(() => null) });
  const fileName = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { blob: await response.blob(), fileName: fileName ?? "pronaflow" };
}

function save({ blob, fileName }: FetchedFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
