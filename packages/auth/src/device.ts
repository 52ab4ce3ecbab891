import * as Bowser from "bowser";

/** What a session list shows of a device; null where the header does not tell. */
export type DeviceDescription = { browser: string | null; os: string | null; device: string | null };

/**
 * Browser, operating system and kind of device from a User-Agent header: `Chrome 131`, `Windows 10`, `desktop`. Only the first 512
 * characters are read, control characters are dropped, and each part is at most 60 characters: the header is hostile input.
 */
export function describeDevice(userAgent: string | null | undefined): DeviceDescription {
  const header = printable((userAgent ?? "").slice(0, LONGEST_HEADER));
  if (header === "") return { browser: null, os: null, device: null };
  const { browser, os, platform } = Bowser.parse(header);
  return {
    browser: join(browser.name, browser.version?.split(".")[0]) ?? program(header),
    os: join(os.name, os.versionName ?? os.version),
    device: join(platform.vendor, platform.model) ?? part(platform.type ?? ""),
  };
}

const LONGEST_HEADER = 512;
const LONGEST_PART = 60;

// A program's own name, as in "curl/8.5.0", is better than "unknown" to whoever reads their sessions.
function program(header: string): string | null {
  const [, name, version] = /^([\w.-]{1,40})\/(\d{1,6})/.exec(header) ?? [];
  return join(name, version);
}

function join(name: string | undefined, detail: string | undefined): string | null {
  return name ? part(detail ? `${name} ${detail}` : name) : null;
}

function part(text: string): string | null {
  return text.trim().slice(0, LONGEST_PART).trim() || null;
}

function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
}
